package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.reading.RunKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Runs in the database, and the one place that says whether a lease still holds. */
@Component
class RunLeases {

    private static final String COLUMNS =
            """
            run_id, run_uuid, profile_id, state, engine_uuid, lease,
            ceil(extract(epoch from lease_until - now()))::bigint as left_seconds,
            kind, window_until, cancel_requested
            """;

    private final JdbcClient jdbc;

    RunLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run under way of a connection, locked. */
    Optional<RunRow> inFlight(int tenantId, int connectionId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from run where tenant_id = ? and connection_id = ?"
                                + " and state in ('READING', 'TRANSFORMING') for update")
                .param(tenantId)
                .param(connectionId)
                .query((row, _) -> run(row))
                .optional();
    }

    RunRow byId(int tenantId, long runId) {
        return jdbc.sql("select " + COLUMNS + " from run where tenant_id = ? and run_id = ?")
                .params(tenantId, runId)
                .query((row, _) -> run(row))
                .single();
    }

    /**
     * The caller's run, held against a take-over until the transaction ends.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT when the run is not the caller's any more
     */
    RunRow held(EngineCall call) {
        return held(call, "for share");
    }

    /** The same for a call that changes the run itself; two of them take turns. */
    RunRow heldAlone(EngineCall call) {
        return held(call, "for update");
    }

    private RunRow held(EngineCall call, String lock) {
        var run =
                jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from run where tenant_id = ? and run_uuid = ? "
                                        + lock)
                        .param(call.tenantId())
                        .param(call.run())
                        .query((row, _) -> run(row))
                        .optional()
                        .orElseThrow(() -> unknown(call.run()));
        if (!run.lease().equals(call.lease())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "RUN_TAKEN_OVER",
                    "Run " + call.run() + " was taken over by another engine.",
                    "Stop this engine; only one engine may run a connection.");
        }
        if (!run.state().equals("READING")) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "RUN_ENDED",
                    "Run " + call.run() + " takes no more data; its state is " + run.state() + ".",
                    "Start a new run.");
        }
        return run;
    }

    void renew(int tenantId, long runId, long seconds) {
        jdbc.sql(
                        "update run set lease_until = now() + make_interval(secs => ?)"
                                + " where tenant_id = ? and run_id = ?")
                .param(seconds)
                .param(tenantId)
                .param(runId)
                .update();
    }

    private static FaultException unknown(UUID run) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "RUN_UNKNOWN",
                "There is no run " + run + ".",
                "Open a run first.");
    }

    private static RunRow run(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong("run_id"),
                row.getObject("run_uuid", UUID.class),
                row.getInt("profile_id"),
                row.getString("state"),
                row.getObject("engine_uuid", UUID.class),
                row.getObject("lease", UUID.class),
                row.getLong("left_seconds"),
                RunKind.valueOf(row.getString("kind")),
                row.getTimestamp("window_until").toInstant(),
                row.getBoolean("cancel_requested"));
    }
}
