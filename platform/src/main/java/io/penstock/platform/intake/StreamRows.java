package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.wire.RunSummary;
import io.penstock.wire.StreamState;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** The streams of runs in the database. */
@Component
class StreamRows {

    private static final String SUMMARY =
            """
            select s.stream, coalesce(sum(x.vendor_total), 0), coalesce(sum(x.received), 0),
                coalesce(sum(x.distinct_count), 0), coalesce(sum(x.next_sequence), 0)
            from run_stream s left join run_slice x on x.tenant_id = s.tenant_id
                and x.run_id = s.run_id and x.stream = s.stream
            where s.tenant_id = ? and s.run_id = ?
            group by s.stream, s.hosts order by s.hosts desc, s.stream
            """;

    private final JdbcClient jdbc;
    private final SliceRows slices;
    private final RunDoubts doubts;

    StreamRows(JdbcClient jdbc, SliceRows slices, RunDoubts doubts) {
        this.jdbc = jdbc;
        this.slices = slices;
        this.doubts = doubts;
    }

    private record Head(String stream, @Nullable Instant from) {}

    void add(int tenantId, long runId, String stream, boolean hosts, @Nullable Instant from) {
        jdbc.sql(
                        "insert into run_stream (tenant_id, run_id, stream, hosts, window_from)"
                                + " values (?, ?, ?, ?, ?)")
                .params(tenantId, runId, stream, hosts)
                .param(from == null ? null : Timestamp.from(from))
                .update();
    }

    List<StreamState> states(int tenantId, long runId) {
        return jdbc
                .sql(
                        "select stream, window_from from run_stream where tenant_id = ?"
                                + " and run_id = ? order by hosts desc, stream")
                .params(tenantId, runId)
                .query((row, _) -> head(row))
                .list()
                .stream()
                .map(head -> state(tenantId, runId, head))
                .toList();
    }

    StreamState state(int tenantId, long runId, String stream) {
        var head =
                jdbc.sql(
                                "select stream, window_from from run_stream where tenant_id = ?"
                                        + " and run_id = ? and stream = ?")
                        .params(tenantId, runId, stream)
                        .query((row, _) -> head(row))
                        .single();
        return state(tenantId, runId, head);
    }

    private static Head head(ResultSet row) throws SQLException {
        var from = row.getTimestamp(2);
        return new Head(row.getString(1), from == null ? null : from.toInstant());
    }

    private StreamState state(int tenantId, long runId, Head head) {
        return new StreamState(
                head.stream(), head.from(), slices.states(tenantId, runId, head.stream()));
    }

    /**
     * Whether it is a hosts stream of the run.
     *
     * @throws FaultException NOT_FOUND when the run has no such stream
     */
    boolean hosts(int tenantId, RunRow run, String stream) {
        return require(tenantId, run, stream, "");
    }

    /** The same, and holds the stream: its slices are numbered by one caller at a time. */
    boolean hold(int tenantId, RunRow run, String stream) {
        return require(tenantId, run, stream, " for update");
    }

    private boolean require(int tenantId, RunRow run, String stream, String lock) {
        return jdbc.sql(
                        "select hosts from run_stream where tenant_id = ? and run_id = ?"
                                + " and stream = ?"
                                + lock)
                .params(tenantId, run.id(), stream)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "STREAM_UNKNOWN",
                                "Run " + run.uuid() + " has no stream '" + stream + "'.",
                                "Engine and platform carry different vendor packages: use"
                                        + " the same version."));
    }

    /** False when the stream is planned already. */
    boolean plan(int tenantId, long runId, String stream) {
        return jdbc.sql(
                                "update run_stream set planned = true where tenant_id = ?"
                                        + " and run_id = ? and stream = ? and not planned")
                        .params(tenantId, runId, stream)
                        .update()
                == 1;
    }

    RunSummary summary(int tenantId, long runId) {
        var streams =
                jdbc.sql(SUMMARY)
                        .params(tenantId, runId)
                        .query((row, _) ->
                                new RunSummary.StreamSummary(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)))
                        .list();
        var open = doubts.unread(tenantId, runId);
        return new RunSummary(open.isEmpty(), open, streams);
    }
}
