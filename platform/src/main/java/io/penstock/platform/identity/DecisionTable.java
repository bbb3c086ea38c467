package io.penstock.platform.identity;

import io.penstock.core.identity.Decision.Kind;
import io.penstock.platform.identity.IdentityDecision.Made;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes decisions, takes them back and lists them. */
@Component
class DecisionTable {

    private static final String INSERT =
            """
            insert into identity_decision (tenant_id, decision_uuid, request_uuid, action, kind,
                host_a, host_b, decided_by, decided_at, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REVOKE =
            """
            update identity_decision set revoked_by = :by, revoked_at = :at
            where tenant_id = :tenant and revoked_at is null
              and (request_uuid = :decision or decision_uuid = :decision)
            returning action, kind, host_a, host_b
            """;

    private static final String HOSTS =
            """
            select host_id from asset_source
            where tenant_id = :tenant and (host_id = :record or asset_id = :record)
            """;

    private static final String LIST =
            """
            select decision_id, decision_uuid, request_uuid, action, kind, host_a, host_b,
                decided_by, decided_at, reason, revoked_by, revoked_at
            from identity_decision
            where tenant_id = :tenant and decision_id < :before
              and (:revoked or revoked_at is null)
            """;

    /** Not one condition with a switch in it, which would hide the indexes. */
    private static final String OF_HOSTS = "and (host_a = any (:hosts) or host_b = any (:hosts)) ";

    private static final String NEWEST = "order by decision_id desc limit :limit";

    static final String LIST_ALL = LIST + NEWEST;

    static final String LIST_OF_HOSTS = LIST + OF_HOSTS + NEWEST;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    DecisionTable(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** One decision before it is stored. */
    record Pair(String action, Kind kind, UUID a, UUID b) {}

    void insert(int tenantId, UUID request, String by, String reason, List<Pair> pairs) {
        var at = now();
        var rows =
                pairs.stream()
                        .map(pair ->
                                new Object[] {
                                    tenantId,
                                    UUID.randomUUID(),
                                    request,
                                    pair.action(),
                                    pair.kind().name(),
                                    pair.a(),
                                    pair.b(),
                                    by,
                                    at,
                                    reason
                                })
                        .toList();
        template.batchUpdate(INSERT, rows);
    }

    /** The pairs that are free again. */
    List<Pair> revoke(int tenantId, String by, UUID decision) {
        return jdbc.sql(REVOKE)
                .param("tenant", tenantId)
                .param("by", by)
                .param("at", now())
                .param("decision", decision)
                .query((row, _) ->
                        new Pair(
                                row.getString(1),
                                Kind.valueOf(row.getString(2)),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class)))
                .list();
    }

    /** The records that an id names: one, or all of an asset. */
    List<UUID> hosts(int tenantId, UUID record) {
        return jdbc.sql(HOSTS)
                .param("tenant", tenantId)
                .param("record", record)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /**
     * @param hosts records that the decisions are about; null for all
     */
    List<IdentityDecision> list(
            int tenantId,
            @Nullable Collection<UUID> hosts,
            boolean revoked,
            long before,
            int limit) {
        var list =
                hosts == null
                        ? jdbc.sql(LIST_ALL)
                        : jdbc.sql(LIST_OF_HOSTS).param("hosts", hosts.toArray(UUID[]::new));
        return list.param("tenant", tenantId)
                .param("revoked", revoked)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> decision(row))
                .list();
    }

    private static IdentityDecision decision(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new IdentityDecision(
                row.getObject("decision_uuid", UUID.class),
                row.getObject("request_uuid", UUID.class),
                row.getString("action"),
                row.getString("kind"),
                row.getObject("host_a", UUID.class),
                row.getObject("host_b", UUID.class),
                new Made(
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getString("revoked_by"),
                        revoked == null ? null : revoked.toInstant()),
                row.getLong("decision_id"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
