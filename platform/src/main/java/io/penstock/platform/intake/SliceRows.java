package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.SliceState;
import io.penstock.wire.SplitSlice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The slices of runs in the database. */
@Component
class SliceRows {

    private static final String STATES =
            """
            select slice, lower_bound, upper_bound, position, next_sequence, last_page_in, state,
                expected
            from run_slice where tenant_id = ? and run_id = ? and stream = ?
            """;

    private static final String LOCK =
            """
            select x.lower_bound, x.upper_bound, x.next_sequence, x.position, x.last_page_in,
                x.received, x.distinct_count, s.window_from is not null as delta, x.attempt, x.state,
                x.reason
            from run_slice x join run_stream s on s.tenant_id = x.tenant_id
                and s.run_id = x.run_id and s.stream = x.stream
            where x.tenant_id = ? and x.run_id = ? and x.stream = ? and x.slice = ? for update of x
            """;

    private static final String ADD =
            """
            insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound,
                expected, split_from)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SHORTEN =
            """
            update run_slice set upper_bound = ?, expected = ?,
                announced_total = case when announced_total < 0 then -1 else ? end
            where tenant_id = ? and run_id = ? and stream = ? and slice = ?
            """;

    private final JdbcClient jdbc;

    SliceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SliceState> states(int tenantId, long runId, String stream) {
        return jdbc.sql(STATES + " order by slice")
                .params(tenantId, runId, stream)
                .query((row, _) -> state(row))
                .list();
    }

    SliceState state(int tenantId, long runId, String stream, int slice) {
        return jdbc.sql(STATES + " and slice = ?")
                .params(tenantId, runId, stream, slice)
                .query((row, _) -> state(row))
                .single();
    }

    private static SliceState state(ResultSet row) throws SQLException {
        return new SliceState(
                row.getInt("slice"),
                row.getString("lower_bound"),
                row.getString("upper_bound"),
                row.getString("position"),
                row.getLong("next_sequence"),
                row.getBoolean("last_page_in"),
                !row.getString("state").equals("OPEN"),
                row.getLong("expected"));
    }

    /**
     * The slice, locked until the transaction ends.
     *
     * @throws FaultException NOT_FOUND
     */
    SliceRow lock(int tenantId, RunRow run, String stream, int slice) {
        return jdbc.sql(LOCK)
                .params(tenantId, run.id(), stream, slice)
                .query((row, _) -> locked(row))
                .optional()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "SLICE_UNKNOWN",
                                "Stream '"
                                        + stream
                                        + "' of run "
                                        + run.uuid()
                                        + " has no slice "
                                        + slice
                                        + ".",
                                "Plan the stream first."));
    }

    private static SliceRow locked(ResultSet row) throws SQLException {
        return new SliceRow(
                new SliceRow.Bounds(row.getString("lower_bound"), row.getString("upper_bound")),
                new SliceRow.Progress(
                        row.getLong("next_sequence"),
                        row.getString("position"),
                        row.getBoolean("last_page_in"),
                        row.getLong("received"),
                        row.getLong("distinct_count")),
                row.getBoolean("delta"),
                row.getInt("attempt"),
                row.getString("state"),
                row.getString("reason"));
    }

    void add(int tenantId, long runId, String stream, int slice, PlannedSlices.Bounds bounds) {
        jdbc.sql(ADD)
                .params(tenantId, runId, stream, slice)
                .params(bounds.lower(), bounds.upper(), bounds.expected())
                .param(null)
                .update();
    }

    /** The number of the slice that was cut from this one at a bound; empty when none was. */
    Optional<Integer> cutFrom(int tenantId, long runId, String stream, int slice, String at) {
        return jdbc.sql(
                        """
                        select slice from run_slice where tenant_id = ? and run_id = ?
                          and stream = ? and split_from = ? and lower_bound = ?
                        """)
                .params(tenantId, runId, stream, slice, at)
                .query((row, _) -> row.getInt(1))
                .optional();
    }

    /** Slices of the stream; the caller holds the stream, so that the next number is its own. */
    int count(int tenantId, long runId, String stream) {
        return jdbc.sql(
                        "select coalesce(max(slice), -1) + 1 from run_slice"
                                + " where tenant_id = ? and run_id = ? and stream = ?")
                .params(tenantId, runId, stream)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Ends a slice at the cut and adds what lies behind it under its own number. */
    void split(
            EngineCall call,
            long runId,
            SliceName name,
            SliceRow slice,
            int added,
            SplitSlice cut) {
        jdbc.sql(SHORTEN)
                .params(cut.at(), cut.before(), cut.before())
                .params(call.tenantId(), runId, name.stream(), name.number())
                .update();
        jdbc.sql(ADD)
                .params(call.tenantId(), runId, name.stream(), added)
                .params(cut.at(), slice.bounds().upper(), cut.after(), name.number())
                .update();
    }
}
