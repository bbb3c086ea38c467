package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.finding.FindingStatus;
import io.penstock.query.CompiledQuery;
import io.penstock.query.QueryException;

import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * How the findings of a query split up, for facets and charts. Counting that takes too long, for
 * facets beside a list longer than a moment, is answered with the worst {@value
 * ResultPage#COUNT_MAX} of them, and says so.
 */
@Component
public class FindingCounts {

    private static final int GROUPS_MAX = 100;

    private static final String ANY_SHARED =
            "select exists (select 1 from finding f where f.tenant_id = :tenant and "
                    + FindingSql.SHARED
                    + ")";

    private final InventoryReader reader;
    private final QueryFields fields;
    private final Clock clock;

    FindingCounts(InventoryReader reader, QueryFields fields, Clock clock) {
        this.reader = reader;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * @param query text of the query language; blank means all
     * @throws QueryException when the query cannot be read
     * @throws FaultException UNAVAILABLE when it takes too long all the same
     */
    public FindingFacets facets(int tenantId, String query) {
        var compiled = fields.forFindings(query);
        var binds = compiled.bindsOf(tenantId);
        return counted(
                all(tenantId, compiled),
                compiled,
                (population, exact) ->
                        facets(exact ? reader.atOnce() : reader, population, binds, exact));
    }

    /**
     * The largest groups first; ages from young to old, severities from 5 to 1.
     *
     * @param by SEVERITY, STATUS, CVE, HOST, SOURCE or AGE
     * @param limit 1 to 100
     * @throws FaultException CONFIGURATION for a wrong limit; otherwise as {@link #facets}
     */
    public FindingGroups groups(int tenantId, String query, GroupBy by, int limit) {
        PageLimit.check(limit, GROUPS_MAX);
        var compiled = fields.forFindings(query);
        var binds = compiled.bindsOf(tenantId);
        binds.put("limit", limit);
        GroupSql.bindAges(clock.instant(), binds);
        return counted(
                all(tenantId, compiled),
                compiled,
                (population, exact) -> groups(population, binds, new Asked(query, by, exact)));
    }

    private record Asked(String query, GroupBy by, boolean exact) {}

    private interface Counting<T> {
        T of(String population, boolean exact);
    }

    private static <T> T counted(String all, CompiledQuery compiled, Counting<T> counting) {
        try {
            return counting.of(all, true);
        } catch (FaultException e) {
            if (e.fault().kind() != FaultKind.UNAVAILABLE) {
                throw e;
            }
            return counting.of(FindingSql.worst(compiled.sql()), false);
        }
    }

    private String all(int tenantId, CompiledQuery compiled) {
        var shared =
                reader.rows(ANY_SHARED, Map.of("tenant", tenantId), (row, _) -> row.getBoolean(1));
        return shared.getFirst()
                ? FindingSql.matching(compiled.sql())
                : FindingSql.matchingUnshared(compiled.sql());
    }

    private static FindingFacets facets(
            InventoryReader reader, String population, Map<String, Object> binds, boolean exact) {
        var bySeverity = new HashMap<Integer, Long>();
        var byStatus = new HashMap<String, Long>();
        for (var severity = 1; severity <= 5; severity++) {
            bySeverity.put(severity, 0L);
        }
        for (var status : FindingStatus.values()) {
            byStatus.put(status.name(), 0L);
        }
        reader.rows(
                "select f.severity, f.status, count(*) from "
                        + population
                        + " group by f.severity, f.status",
                binds,
                (row, _) -> {
                    var findings = row.getLong(3);
                    bySeverity.merge(row.getInt(1), findings, Long::sum);
                    byStatus.merge(FindingStatus.of(row.getInt(2)).name(), findings, Long::sum);
                    return findings;
                });
        return new FindingFacets(bySeverity, byStatus, exact);
    }

    private record Found(FindingGroups.Group group, long groups, long findings) {}

    private FindingGroups groups(String population, Map<String, Object> binds, Asked asked) {
        var found =
                reader.rows(
                        GroupSql.of(asked.by(), population), binds, (row, _) -> found(row, asked));
        return new FindingGroups(
                asked.by(),
                found.stream().map(Found::group).toList(),
                found.isEmpty() ? 0 : found.getFirst().groups(),
                found.isEmpty() ? 0 : found.getFirst().findings(),
                asked.exact());
    }

    private static Found found(ResultSet row, Asked asked) throws SQLException {
        var key = row.getString("key");
        var group =
                new FindingGroups.Group(
                        GroupTerm.label(asked.by(), key, row.getString("label")),
                        row.getLong("findings"),
                        GroupTerm.narrowed(asked.query(), asked.by(), key));
        return new Found(group, row.getLong("groups"), row.getLong("total"));
    }
}
