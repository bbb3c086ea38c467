package io.penstock.platform.acceptance;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.acceptance.Acceptance.Target;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes decisions; the caller's transaction. */
@Component
class AcceptanceWrites {

    private static final String INSERT =
            """
            insert into acceptance (tenant_id, acceptance_uuid, kind, scope, finding_id, host_id,
                cve_id, reason, created_by, created_at, until)
            select :tenant, :uuid, :kind, :scope, t.finding_id, t.host_id, t.cve_id, :reason, :by,
                :at, :until
            from (%s) t
            returning acceptance_id
            """;

    private static final String ON_FINDING =
            INSERT.formatted(
                    """
                    select s.record_id as finding_id, null::uuid as host_id, v.cve_id
                    from source_finding s
                    left join vulnerability v
                        on v.tenant_id = s.tenant_id and v.vulnerability_id = s.vulnerability_id
                    where s.tenant_id = :tenant and s.record_id = :finding
                    """);

    private static final String ON_ASSET =
            INSERT.formatted(
                    """
                    select null::uuid as finding_id, s.host_id, :cve::text as cve_id
                    from asset_source s
                    where s.tenant_id = :tenant and s.asset_id = :asset
                    order by s.host_id = s.asset_id desc, s.host_id limit 1
                    """);

    private static final String EVERYWHERE =
            INSERT.formatted(
                    "select null::uuid as finding_id, null::uuid as host_id, :cve::text as cve_id");

    private static final String REPLACE =
            """
            update acceptance x set revoked_by = :by, revoked_at = :at,
                revoke_reason = 'replaced by a newer decision'
            where x.tenant_id = :tenant and x.kind = :kind and x.scope = :scope
              and x.revoked_at is null
              and case x.scope when 'FINDING' then %s
                  when 'CVE' then x.cve_id = :cve
                  else x.cve_id = :cve and x.host_id in (select s.host_id from asset_source s
                      where s.tenant_id = :tenant and s.asset_id = :asset) end
            """
                    .formatted(AcceptanceSql.SAME_FINDING);

    /** In the order of their numbers, so that two who revoke the same never wait in a circle. */
    private static final String REVOKE =
            """
            with held as (
                select tenant_id, acceptance_id from acceptance
                where tenant_id = :tenant and acceptance_uuid in (:uuids) and revoked_at is null
                order by acceptance_id for update)
            update acceptance x set revoked_by = :by, revoked_at = :at, revoke_reason = :reason
            from held h where x.tenant_id = h.tenant_id and x.acceptance_id = h.acceptance_id
            returning x.acceptance_id, x.acceptance_uuid
            """;

    private final JdbcClient jdbc;

    AcceptanceWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who writes, and when. */
    record Hand(int tenantId, String by, Timestamp at) {}

    /**
     * An older decision of the kind on the same target ends with this.
     *
     * @return the number of the new row
     * @throws FaultException NOT_FOUND when there is no such finding or asset
     */
    long add(Hand hand, AcceptanceOrder order, Target target, UUID uuid) {
        jdbc.sql(REPLACE)
                .param("by", hand.by())
                .param("at", hand.at())
                .param("tenant", hand.tenantId())
                .param("kind", order.kind().name())
                .param("scope", target.scope().name())
                .param("finding", target.finding())
                .param("asset", target.asset())
                .param("cve", target.cve())
                .update();
        return jdbc.sql(sql(target))
                .param("tenant", hand.tenantId())
                .param("uuid", uuid)
                .param("kind", order.kind().name())
                .param("scope", target.scope().name())
                .param("finding", target.finding())
                .param("asset", target.asset())
                .param("cve", target.cve())
                .param("reason", order.reason())
                .param("by", hand.by())
                .param("at", hand.at())
                .param("until", Timestamp.from(order.until()))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> unknown(target));
    }

    private static String sql(Target target) {
        return switch (target.scope()) {
            case FINDING -> ON_FINDING;
            case CVE_ON_ASSET -> ON_ASSET;
            case CVE -> EVERYWHERE;
        };
    }

    private static FaultException unknown(Target target) {
        var thing =
                target.finding() != null
                        ? "finding " + target.finding()
                        : "asset " + target.asset();
        return new FaultException(
                FaultKind.NOT_FOUND,
                "ACCEPTANCE_TARGET_UNKNOWN",
                "There is no " + thing + "; nothing was decided.",
                "");
    }

    /** A decision that was taken back. */
    record Revoked(long id, UUID uuid) {}

    /** Those of them that were there to be revoked. */
    List<Revoked> revoke(Hand hand, Collection<UUID> uuids, String reason) {
        return jdbc.sql(REVOKE)
                .param("tenant", hand.tenantId())
                .param("uuids", uuids)
                .param("by", hand.by())
                .param("at", hand.at())
                .param("reason", reason)
                .query((row, _) -> new Revoked(row.getLong(1), row.getObject(2, UUID.class)))
                .list();
    }

    /** Assets whose score these decisions move are due. */
    void mark(int tenantId, Collection<Long> ids) {
        jdbc.sql(AcceptanceSql.MARK)
                .param("tenant", tenantId)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .update();
    }
}
