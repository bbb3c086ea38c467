package io.penstock.platform.run;

import io.penstock.platform.reading.RunKind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link Runs} that reads table {@code run}. */
@Component
class RunRows {

    private static final String COLUMNS =
            """
            select r.run_id, r.run_uuid, c.connection_uuid, c.connector_key, p.profile_uuid,
                   m.name as map_name, m.version as map_version, r.trigger, r.kind, r.state,
                   r.opened_at, r.window_until, r.lease_until, r.assets_done_at, r.read_ended_at, r.ended_at,
                   r.fault_code, r.message, r.cancel_requested, h.state as hold_state, h.closings
            from run r
            join connection c using (tenant_id, connection_id)
            join profile p using (tenant_id, profile_id)
            join transform_map m on m.tenant_id = r.tenant_id and m.map_id = r.map_id
            left join run_hold h on h.tenant_id = r.tenant_id and h.run_id = r.run_id
            """;

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Run> find(int tenantId, UUID uuid) {
        return jdbc.sql(COLUMNS + "where r.tenant_id = ? and r.run_uuid = ?")
                .params(tenantId, uuid)
                .query(RunRows::run)
                .optional();
    }

    List<Run> newest(int tenantId, @Nullable UUID connection, long before, int limit) {
        var of = connection == null ? "" : "and c.connection_uuid = :connection ";
        var statement =
                jdbc.sql(
                                COLUMNS
                                        + "where r.tenant_id = :tenant and r.run_id < :before "
                                        + of
                                        + "order by r.run_id desc limit :limit")
                        .param("tenant", tenantId)
                        .param("before", before)
                        .param("limit", limit);
        return (connection == null ? statement : statement.param("connection", connection))
                .query(RunRows::run)
                .list();
    }

    Optional<Run> newestComplete(int tenantId, UUID connection) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where r.tenant_id = ? and c.connection_uuid = ?
                                  and r.state = 'COMPLETE' and r.kind in ('FULL', 'DELTA')
                                order by r.run_id desc limit 1
                                """)
                .params(tenantId, connection)
                .query(RunRows::run)
                .optional();
    }

    /** False when the run is not in flight any more. */
    boolean requestCancel(int tenantId, UUID uuid) {
        return jdbc.sql(
                                """
                                update run set cancel_requested = true
                                where tenant_id = ? and run_uuid = ?
                                  and state in ('READING', 'TRANSFORMING')
                                """)
                        .params(tenantId, uuid)
                        .update()
                == 1;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("run_id"),
                new Run.Subject(
                        row.getObject("run_uuid", UUID.class),
                        row.getObject("connection_uuid", UUID.class),
                        row.getString("connector_key"),
                        row.getObject("profile_uuid", UUID.class),
                        row.getString("map_name"),
                        row.getInt("map_version")),
                RunState.valueOf(row.getString("state")),
                RunKind.valueOf(row.getString("kind")),
                row.getString("trigger"),
                new Run.Times(
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("window_until", OffsetDateTime.class).toInstant(),
                        row.getObject("lease_until", OffsetDateTime.class).toInstant(),
                        instant(row, "assets_done_at"),
                        instant(row, "read_ended_at"),
                        instant(row, "ended_at")),
                new Run.Outcome(
                        row.getString("fault_code"),
                        row.getString("message"),
                        row.getBoolean("cancel_requested"),
                        held(row)));
    }

    private static Run.@Nullable Held held(ResultSet row) throws SQLException {
        var state = row.getString("hold_state");
        return state == null ? null : new Run.Held(state, row.getLong("closings"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
