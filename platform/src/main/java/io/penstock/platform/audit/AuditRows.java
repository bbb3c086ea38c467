package io.penstock.platform.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The SQL of the audit log. */
@Component
class AuditRows {

    private static final String INSERT =
            """
            insert into audit_event (tenant_id, username, user_id, api_token, address, action,
                request, object, part, outcome, status, reason)
            values (:tenant, :who, :user, :token, :address, :action, :request, :object, :part,
                :outcome, :status, :reason)
            returning event_id
            """;

    private static final String END =
            """
            update audit_event set outcome = ?, status = ?, reason = ?
            where tenant_id = ? and event_id = ? and outcome is null
            """;

    /** A second change of one request keeps what was before the first. */
    private static final String CHANGED =
            """
            update audit_event set action = :action,
                object = case object when '' then :object else object end,
                before_value = coalesce(before_value, :before), after_value = :after
            where tenant_id = :tenant and event_id = :id and outcome is null
            """;

    private static final String FORGET =
            """
            delete from audit_event where tenant_id = :tenant and event_id in (
                select event_id from audit_event where tenant_id = :tenant and at < :before
                order by at, event_id limit :most)
            """;

    /** Every word once, by leaps through the index: the log is long and the words are few. */
    private static final String ACTIONS =
            """
            with recursive word(action) as (
                (select action from audit_event where tenant_id = :tenant order by action limit 1)
                union all
                select (select e.action from audit_event e where e.tenant_id = :tenant
                    and e.action > w.action order by e.action limit 1)
                from word w where w.action is not null)
            select action from word where action is not null limit :most
            """;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a request. */
    record End(@Nullable AuditOutcome outcome, @Nullable Integer status, String reason) {

        static final End OPEN = new End(null, null, "");
    }

    long insert(AuditActor actor, AuditDeed deed, End end) {
        var outcome = end.outcome();
        return jdbc.sql(INSERT)
                .param("tenant", actor.tenantId())
                .param("who", actor.username())
                .param("user", actor.userId(), Types.OTHER)
                .param("token", actor.apiToken())
                .param("address", actor.address())
                .param("action", deed.action())
                .param("request", deed.request())
                .param("object", deed.object())
                .param("part", deed.part())
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("status", end.status(), Types.SMALLINT)
                .param("reason", end.reason())
                .query(Long.class)
                .single();
    }

    void end(int tenantId, long id, AuditOutcome outcome, int status, String reason) {
        jdbc.sql(END).params(outcome.name(), status, reason, tenantId, id).update();
    }

    void changed(AuditTrail.Open open, AuditChange change) {
        jdbc.sql(CHANGED)
                .param("action", change.action())
                .param("object", change.object())
                .param("before", change.before(), Types.VARCHAR)
                .param("after", change.after(), Types.VARCHAR)
                .param("tenant", open.tenantId())
                .param("id", open.id())
                .update();
    }

    int forget(int tenantId, Instant before, int most) {
        return jdbc.sql(FORGET)
                .param("tenant", tenantId)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    List<String> actions(int tenantId, int most) {
        return jdbc.sql(ACTIONS)
                .param("tenant", tenantId)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Newest first. */
    List<AuditEvent> find(int tenantId, AuditFilter filter, AuditCursor after, int limit) {
        var query = AuditQuery.of(filter);
        var statement =
                jdbc.sql(query.sql())
                        .param("tenant", tenantId)
                        .param("at", Timestamp.from(after.at()))
                        .param("id", after.id())
                        .param("limit", limit);
        for (var value : query.values().entrySet()) {
            statement = statement.param(value.getKey(), value.getValue());
        }
        return statement.query((row, _) -> event(row)).list();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new AuditEvent(
                row.getLong("event_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("username"),
                row.getObject("user_id", UUID.class),
                row.getString("api_token"),
                row.getString("address"),
                row.getString("action"),
                row.getString("request"),
                row.getString("object"),
                row.getString("part"),
                outcome == null ? null : AuditOutcome.valueOf(outcome),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                row.getString("before_value"),
                row.getString("after_value"));
    }
}
