package io.penstock.platform.acceptance;

import io.penstock.platform.acceptance.Acceptance.Kind;
import io.penstock.platform.acceptance.Acceptance.Scope;
import io.penstock.platform.acceptance.Acceptance.State;
import io.penstock.platform.acceptance.Acceptance.Target;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads decisions. */
@Component
class AcceptanceRows {

    private static final String SELECT =
            """
            select x.acceptance_id, x.acceptance_uuid, x.kind, x.scope, x.finding_id, x.cve_id,
                x.reason, x.created_by, x.created_at, x.until, x.revoked_by, x.revoked_at,
                x.revoke_reason, h.asset_id,
                case when x.revoked_at is not null then 'REVOKED'
                    when x.until <= now() then 'EXPIRED' else 'ACTIVE' end as state
            from acceptance x
            left join asset_source h on h.tenant_id = x.tenant_id and h.host_id = x.host_id
            """;

    private static final String LIST =
            SELECT
                    + """
                    where x.tenant_id = :tenant and x.acceptance_id < :before
                      and (:kind = '' or x.kind = :kind)
                      and (:cve = '' or x.cve_id = upper(:cve))
                      and (:finding::uuid is null or %s)
                      and (:asset::uuid is null or h.asset_id = :asset::uuid)
                      and case :state when 'ACTIVE' then x.revoked_at is null and x.until > now()
                          when 'EXPIRED' then x.revoked_at is null and x.until <= now()
                          when 'REVOKED' then x.revoked_at is not null else true end
                    order by x.acceptance_id desc limit :limit
                    """
                            .formatted(AcceptanceSql.SAME_FINDING);

    private static final String BY_ID =
            SELECT + " where x.tenant_id = :tenant and x.acceptance_uuid in (:uuids)";

    private static final String OF_FINDING =
            """
            select c.* from finding f
            left join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            cross join lateral (%s where %s order by x.acceptance_id desc limit 100) c
            where f.tenant_id = ? and f.finding_id = ?
            order by c.acceptance_id desc
            """
                    .formatted(SELECT, AcceptanceSql.COVERS);

    private static final String COUNTS =
            """
            select count(*) filter (where risk and not wrong) as accepted,
                coalesce(max(score) filter (where risk and not wrong), 0) as worst,
                count(*) filter (where wrong) as false_positives
            from (
                select v.score,
                    exists (select from acceptance x where x.kind = 'RISK_ACCEPTED' and %1$s and %2$s)
                        as risk,
                    exists (select from acceptance x where x.kind = 'FALSE_POSITIVE' and %1$s and %2$s)
                        as wrong
                from finding f
                join vulnerability v
                    on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
                where f.tenant_id = ? and f.asset_id = ? and f.status <> 3) open
            """
                    .formatted(AcceptanceSql.HOLDS, AcceptanceSql.COVERS);

    private final JdbcClient jdbc;

    AcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision and its number, by which lists go on. */
    record Numbered(long id, Acceptance acceptance) {}

    List<Numbered> find(int tenantId, AcceptanceFilter filter, long before, int limit) {
        var state = filter.state();
        var kind = filter.kind();
        return jdbc.sql(LIST)
                .param("tenant", tenantId)
                .param("before", before)
                .param("kind", kind == null ? "" : kind.name())
                .param("cve", filter.cve() == null ? "" : filter.cve())
                .param("finding", filter.finding())
                .param("asset", filter.asset())
                .param("state", state == null ? "" : state.name())
                .param("limit", limit)
                .query((row, _) -> new Numbered(row.getLong(1), acceptance(row)))
                .list();
    }

    Optional<Acceptance> find(int tenantId, UUID uuid) {
        return all(tenantId, List.of(uuid)).stream().findFirst();
    }

    /** In the order of their ids; those that are not there are left out. */
    List<Acceptance> all(int tenantId, List<UUID> uuids) {
        return jdbc
                .sql(BY_ID)
                .param("tenant", tenantId)
                .param("uuids", uuids)
                .query((row, _) -> acceptance(row))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(one -> uuids.indexOf(one.uuid())))
                .toList();
    }

    /** Whatever was ever decided about the finding, newest first. */
    List<Acceptance> covering(int tenantId, UUID finding) {
        return jdbc.sql(OF_FINDING)
                .params(tenantId, finding)
                .query((row, _) -> acceptance(row))
                .list();
    }

    AcceptedCounts counts(int tenantId, UUID asset) {
        return jdbc.sql(COUNTS)
                .params(tenantId, asset)
                .query((row, _) ->
                        new AcceptedCounts(row.getLong(1), row.getInt(2), row.getLong(3)))
                .single();
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        var revokedBy = row.getString("revoked_by");
        return new Acceptance(
                row.getObject("acceptance_uuid", UUID.class),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                new Target(
                        Scope.valueOf(row.getString("scope")),
                        row.getObject("finding_id", UUID.class),
                        row.getObject("asset_id", UUID.class),
                        row.getString("cve_id")),
                new Acceptance.Given(
                        row.getString("reason"),
                        row.getString("created_by"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("until").toInstant()),
                revokedBy == null
                        ? null
                        : new Acceptance.Revoked(
                                revokedBy,
                                row.getTimestamp("revoked_at").toInstant(),
                                row.getString("revoke_reason")));
    }
}
