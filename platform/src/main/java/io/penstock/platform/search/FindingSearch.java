package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.finding.FindingStatus;
import io.penstock.query.CompiledQuery;
import io.penstock.query.QueryException;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Findings, worst first: severity, then last found, newest first. */
@Component
public class FindingSearch {

    private static final String WHERE = " from finding f where f.tenant_id = :tenant and ";

    /** The first two columns have one direction, so that the index finds the place by itself. */
    private static final String AFTER =
            """
            and (f.severity, f.last_found) <= (:severity, :lastFound)
            and (f.severity < :severity or f.last_found < :lastFound or f.finding_id > :id)
            """;

    private final InventoryReader reader;
    private final QueryFields fields;
    private final FindingDetails details;

    FindingSearch(InventoryReader reader, QueryFields fields, FindingDetails details) {
        this.reader = reader;
        this.fields = fields;
        this.details = details;
    }

    private record Key(int severity, Instant lastFound, UUID id) {

        static Key of(List<String> parts) {
            return new Key(
                    Integer.parseInt(parts.get(0)),
                    Instant.parse(parts.get(1)),
                    UUID.fromString(parts.get(2)));
        }

        static List<String> text(FindingRow row) {
            return List.of(
                    String.valueOf(row.severity()),
                    row.lastFound().toString(),
                    row.id().toString());
        }
    }

    /**
     * @param query text of the query language; blank means all
     * @param after a {@link ResultPage#next()} of the same query, or null for the first page
     * @param limit 1 to 500
     * @throws QueryException when the query cannot be read
     * @throws FaultException CONFIGURATION for a wrong limit or cursor; UNAVAILABLE when it takes
     *     too long
     */
    public ResultPage<FindingRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        PageLimit.check(limit);
        var compiled = fields.forFindings(query);
        var key = Cursor.read(after, query, 3, Key::of);
        var binds = binds(tenantId, compiled);
        binds.put("limit", limit + 1);
        key.ifPresent(last -> bind(last, binds));
        var sql = page(compiled.sql(), key.isPresent() ? AFTER : "");
        var rows = reader.rows(sql, binds, FindingRows::row);
        var count = reader.count("select 1" + WHERE + compiled.sql(), binds(tenantId, compiled));
        return ResultPage.of(rows, limit, last -> Cursor.write(query, Key.text(last)), count);
    }

    /** Everything of one finding; empty when the tenant has no such finding. */
    public Optional<FindingDetail> get(int tenantId, UUID findingId) {
        return details.get(tenantId, findingId);
    }

    /** How the matching findings split up; errors as {@link #find}. */
    public FindingFacets facets(int tenantId, String query) {
        var compiled = fields.forFindings(query);
        var binds = binds(tenantId, compiled);
        try {
            return facets(WHERE + compiled.sql(), binds, true);
        } catch (FaultException e) {
            if (e.fault().kind() != FaultKind.UNAVAILABLE) {
                throw e;
            }
            var worst =
                    WHERE
                            + compiled.sql()
                            + " order by f.severity desc, f.last_found desc, f.finding_id limit "
                            + ResultPage.COUNT_MAX;
            return facets(worst, binds, false);
        }
    }

    private FindingFacets facets(String from, Map<String, Object> binds, boolean exact) {
        var bySeverity = new HashMap<Integer, Long>();
        var byStatus = new HashMap<String, Long>();
        for (var severity = 1; severity <= 5; severity++) {
            bySeverity.put(severity, 0L);
        }
        for (var status : FindingStatus.values()) {
            byStatus.put(status.name(), 0L);
        }
        reader.rows(
                "select f.severity, f.status, count(*) from (select f.severity, f.status"
                        + from
                        + ") f group by f.severity, f.status",
                binds,
                (row, _) -> {
                    var findings = row.getLong(3);
                    bySeverity.merge(row.getInt(1), findings, Long::sum);
                    byStatus.merge(FindingStatus.of(row.getInt(2)).name(), findings, Long::sum);
                    return findings;
                });
        return new FindingFacets(bySeverity, byStatus, exact);
    }

    private static String page(String condition, String after) {
        return """
        select %s
        from (
            select f.tenant_id, f.connection_id, f.finding_id, f.asset_id, f.vulnerability_id,
                f.severity, f.status, f.first_found, f.last_found, f.product, f.suppressed,
                f.expired
            from finding f
            where f.tenant_id = :tenant and %s %s
            order by f.severity desc, f.last_found desc, f.finding_id
            limit :limit
        ) f
        %s
        order by f.severity desc, f.last_found desc, f.finding_id
        """
                .formatted(FindingRows.COLUMNS, condition, after, FindingRows.JOINS);
    }

    private static Map<String, Object> binds(int tenantId, CompiledQuery compiled) {
        var binds = new HashMap<>(compiled.binds());
        binds.put("tenant", tenantId);
        return binds;
    }

    private static void bind(Key last, Map<String, Object> binds) {
        binds.put("severity", last.severity());
        binds.put("lastFound", last.lastFound().atOffset(ZoneOffset.UTC));
        binds.put("id", last.id());
    }
}
