package io.penstock.platform.closing;

import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.closing.Hold.Decision;
import io.penstock.platform.closing.Hold.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Table {@code run_hold}. */
@Component
class HoldRows {

    private static final String OPEN =
            """
            insert into run_hold (tenant_id, run_id, connection_id, state, closings, open_before,
                reason, held_at)
            values (?, ?, ?, 'OPEN', ?, ?, ?, ?)
            """;

    private static final String OVERTAKEN =
            """
            update run_hold h set state = 'OVERTAKEN', decided_at = :now, done_at = :now
            where h.tenant_id = :tenant and h.connection_id = :connection and h.state = 'OPEN'
              and not exists (select from finding_event e where e.tenant_id = h.tenant_id
                  and e.hold_run = h.run_id and e.held)
            """;

    private static final String DUE =
            """
            select run_id from run_hold
            where tenant_id = ? and connection_id = ? and state in ('RELEASED', 'REJECTED')
              and done_at is null
            order by run_id limit 1
            """;

    private static final String FIND =
            """
            select h.run_id, r.run_uuid, c.connection_uuid, h.state, h.closings, h.open_before,
                h.reason, h.held_at, h.decided_by, h.decided_at, h.note, h.done_at,
                case when h.done_at is null then (select count(distinct e.finding_id)
                    from finding_event e where e.tenant_id = h.tenant_id
                      and e.hold_run = h.run_id and e.held) else 0 end as waiting
            from run_hold h
            join run r on r.tenant_id = h.tenant_id and r.run_id = h.run_id
            join connection c on c.tenant_id = h.tenant_id and c.connection_id = h.connection_id
            where h.tenant_id = :tenant
            """;

    private static final String DECIDE =
            """
            update run_hold set state = :state, decided_by = :by, decided_at = :now, note = :note
            where tenant_id = :tenant and run_id = :run and state = 'OPEN'
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    HoldRows(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(Subject run, long closings, long openBefore, String reason) {
        jdbc.sql(OPEN)
                .params(run.tenantId(), run.runId(), run.connectionId(), closings, openBefore)
                .params(reason, now())
                .update();
    }

    /** Closes the holds of a connection that have nothing left to decide. */
    void overtaken(int tenantId, int connectionId) {
        jdbc.sql(OVERTAKEN)
                .param("now", now())
                .param("tenant", tenantId)
                .param("connection", connectionId)
                .update();
    }

    /** A hold that is decided and not carried out to its end. */
    Optional<Long> due(int tenantId, int connectionId) {
        return jdbc.sql(DUE).params(tenantId, connectionId).query(Long.class).optional();
    }

    boolean anyOpen(int tenantId, int connectionId) {
        return jdbc.sql(
                        """
                        select exists (select from run_hold
                            where tenant_id = ? and connection_id = ? and state = 'OPEN')
                        """)
                .params(tenantId, connectionId)
                .query(Boolean.class)
                .single();
    }

    Optional<Hold> find(int tenantId, UUID run) {
        return jdbc.sql(FIND + "and r.run_uuid = :run")
                .param("tenant", tenantId)
                .param("run", run)
                .query((row, _) -> hold(row))
                .optional();
    }

    /** Newest first; null for any connection or state. */
    List<Hold> all(
            int tenantId,
            @Nullable UUID connection,
            @Nullable State state,
            long before,
            int limit) {
        return jdbc.sql(
                        FIND
                                + """
                                and h.run_id < :before
                                  and (:connection::uuid is null or c.connection_uuid = :connection)
                                  and (:state::text is null or h.state = :state)
                                order by h.run_id desc limit :limit
                                """)
                .param("tenant", tenantId)
                .param("before", before)
                .param("connection", connection)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query((row, _) -> hold(row))
                .list();
    }

    /** False when it was decided already. */
    boolean decide(int tenantId, long run, State state, String by, String note) {
        return jdbc.sql(DECIDE)
                        .param("state", state.name())
                        .param("by", by)
                        .param("now", now())
                        .param("note", note)
                        .param("tenant", tenantId)
                        .param("run", run)
                        .update()
                == 1;
    }

    void done(int tenantId, long run) {
        jdbc.sql("update run_hold set done_at = ? where tenant_id = ? and run_id = ?")
                .params(now(), tenantId, run)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getLong("run_id"),
                row.getObject("run_uuid", UUID.class),
                row.getObject("connection_uuid", UUID.class),
                State.valueOf(row.getString("state")),
                row.getLong("closings"),
                row.getLong("waiting"),
                row.getLong("open_before"),
                row.getString("reason"),
                row.getTimestamp("held_at").toInstant(),
                new Decision(
                        row.getString("decided_by"),
                        instant(row, "decided_at"),
                        row.getString("note"),
                        instant(row, "done_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
