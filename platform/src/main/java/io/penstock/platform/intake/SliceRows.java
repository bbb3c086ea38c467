package io.penstock.platform.intake;

import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunSummary;
import io.penstock.wire.SliceState;
import io.penstock.wire.StreamState;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The streams and slices of runs in the database. */
@Component
class SliceRows {

    private static final String SLICES =
            """
            select slice, lower_bound, upper_bound, position, next_sequence, last_page_in, state
            from run_slice where tenant_id = ? and run_id = ? and stream = ? order by slice
            """;

    private static final String SUMMARY =
            """
            select s.stream, coalesce(sum(x.vendor_total), 0), coalesce(sum(x.received), 0),
                coalesce(sum(x.distinct_count), 0), coalesce(sum(x.next_sequence), 0)
            from run_stream s left join run_slice x on x.tenant_id = s.tenant_id
                and x.run_id = s.run_id and x.stream = s.stream
            where s.tenant_id = ? and s.run_id = ?
            group by s.stream, s.hosts order by s.hosts desc, s.stream
            """;

    private static final String OPEN_REASON =
            """
            select stream || '/' || slice || ': '
                || case when state = 'OPEN' then 'was not read to its end' else reason end
            from run_slice where tenant_id = ? and run_id = ? and state <> 'SEALED'
            order by stream, slice limit 1
            """;

    private final JdbcClient jdbc;

    SliceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addStream(int tenantId, long runId, String stream, boolean hosts) {
        jdbc.sql("insert into run_stream (tenant_id, run_id, stream, hosts) values (?, ?, ?, ?)")
                .param(tenantId)
                .param(runId)
                .param(stream)
                .param(hosts)
                .update();
    }

    List<StreamState> streams(int tenantId, long runId) {
        return jdbc
                .sql(
                        "select stream from run_stream where tenant_id = ? and run_id = ?"
                                + " order by hosts desc, stream")
                .param(tenantId)
                .param(runId)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(stream -> stream(tenantId, runId, stream))
                .toList();
    }

    StreamState stream(int tenantId, long runId, String stream) {
        var slices =
                jdbc.sql(SLICES)
                        .param(tenantId)
                        .param(runId)
                        .param(stream)
                        .query((row, _) -> slice(row))
                        .list();
        return new StreamState(stream, null, slices);
    }

    private static SliceState slice(ResultSet row) throws SQLException {
        return new SliceState(
                row.getInt("slice"),
                row.getString("lower_bound"),
                row.getString("upper_bound"),
                row.getString("position"),
                row.getLong("next_sequence"),
                row.getBoolean("last_page_in"),
                !row.getString("state").equals("OPEN"),
                -1);
    }

    /**
     * Whether the stream is one of the run's hosts streams; empty when the run has no such stream.
     */
    Optional<Boolean> hostsStream(int tenantId, long runId, String stream) {
        return jdbc.sql(
                        "select hosts from run_stream where tenant_id = ? and run_id = ?"
                                + " and stream = ?")
                .param(tenantId)
                .param(runId)
                .param(stream)
                .query((row, _) -> row.getBoolean(1))
                .optional();
    }

    /** Stores a plan; the first one stays, because positions belong to it. */
    void plan(int tenantId, long runId, String stream, PlannedSlices plan) {
        var first =
                jdbc.sql(
                                "update run_stream set planned = true where tenant_id = ?"
                                        + " and run_id = ? and stream = ? and not planned")
                        .param(tenantId)
                        .param(runId)
                        .param(stream)
                        .update();
        if (first == 0) {
            return;
        }
        for (var i = 0; i < plan.slices().size(); i++) {
            jdbc.sql(
                            "insert into run_slice (tenant_id, run_id, stream, slice, lower_bound,"
                                    + " upper_bound) values (?, ?, ?, ?, ?, ?)")
                    .param(tenantId)
                    .param(runId)
                    .param(stream)
                    .param(i)
                    .param(plan.slices().get(i).lower())
                    .param(plan.slices().get(i).upper())
                    .update();
        }
    }

    RunSummary summary(int tenantId, long runId) {
        var streams =
                jdbc.sql(SUMMARY)
                        .param(tenantId)
                        .param(runId)
                        .query((row, _) ->
                                new RunSummary.StreamSummary(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)))
                        .list();
        var open =
                jdbc.sql(OPEN_REASON).param(tenantId).param(runId).query(String.class).optional();
        return new RunSummary(open.isEmpty(), open.orElse(""), streams);
    }
}
