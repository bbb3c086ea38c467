package io.penstock.platform.closing;

import io.penstock.platform.closing.ClosingRun.Seen;
import io.penstock.platform.closing.ClosingRun.Stage;
import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.closing.Closings.End;
import io.penstock.platform.reading.RunKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** How far runs are ended: table {@code run_closing}. */
@Component
class ClosingRows {

    private static final String SUBJECT =
            """
            select tenant_id, run_id, connection_id, profile_id, kind, window_until from run
            where tenant_id = ? and run_id = ?
            """;

    private static final String FIND =
            """
            select r.tenant_id, r.run_id, r.connection_id, r.profile_id, r.kind, r.window_until,
                c.state, c.message, c.stage, c.done_until, c.ranges, c.findings, c.distinct_ids,
                c.hosts, c.distinct_hosts
            from run_closing c join run r on r.tenant_id = c.tenant_id and r.run_id = c.run_id
            where c.tenant_id = ? and c.run_id = ?
            """;

    private static final String KEEP =
            """
            insert into run_closing (tenant_id, run_id, state, message, stage, done_until, ranges,
                findings, distinct_ids, hosts, distinct_hosts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, run_id) do update set message = excluded.message,
                stage = excluded.stage, done_until = excluded.done_until,
                findings = excluded.findings, distinct_ids = excluded.distinct_ids,
                hosts = excluded.hosts, distinct_hosts = excluded.distinct_hosts
            """;

    /**
     * What the run reported, or the findings of the tenant. Their ids are hashes, so that counting
     * the first 4,096th of them tells how many there are, without going through all.
     */
    private static final String ROWS =
            """
            select greatest(
                (select sum(records) from raw_page where tenant_id = ? and run_id = ?),
                (select 4096 * count(*) from finding
                    where tenant_id = ? and finding_id < '00100000-0000-0000-0000-000000000000'),
                0)
            """;

    private final JdbcClient jdbc;

    ClosingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the end of the run has not begun. */
    Optional<ClosingRun> find(int tenantId, long runId) {
        return jdbc.sql(FIND).params(tenantId, runId).query((row, _) -> closing(row)).optional();
    }

    /** Does not write yet: most runs are ended in one step. */
    ClosingRun begin(int tenantId, long runId, End end) {
        var subject =
                jdbc.sql(SUBJECT).params(tenantId, runId).query((row, _) -> subject(row)).single();
        var full = subject.kind() == RunKind.FULL;
        var parts = full ? IdRange.parts(rows(tenantId, runId)) : 1;
        var stage =
                end.complete() ? full ? Stage.PROVE : Stage.JOIN : full ? Stage.SWEEP : Stage.DONE;
        return new ClosingRun(subject, end, stage, IdRange.START, parts, Seen.NONE);
    }

    private long rows(int tenantId, long runId) {
        return jdbc.sql(ROWS).params(tenantId, runId, tenantId).query(Long.class).single();
    }

    void keep(ClosingRun run) {
        var seen = run.seen();
        jdbc.sql(KEEP)
                .params(run.subject().tenantId(), run.subject().runId(), run.end().state())
                .params(run.end().message(), run.stage().name(), run.doneUntil(), run.parts())
                .params(seen.findings(), seen.distinctFindings())
                .params(seen.hosts(), seen.distinctHosts())
                .update();
    }

    void forget(Subject run) {
        jdbc.sql("delete from run_closing where tenant_id = ? and run_id = ?")
                .params(run.tenantId(), run.runId())
                .update();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getInt("tenant_id"),
                row.getLong("run_id"),
                row.getInt("connection_id"),
                row.getInt("profile_id"),
                RunKind.valueOf(row.getString("kind")),
                row.getTimestamp("window_until").toInstant());
    }

    private static ClosingRun closing(ResultSet row) throws SQLException {
        return new ClosingRun(
                subject(row),
                new End(row.getString("state"), row.getString("message")),
                Stage.valueOf(row.getString("stage")),
                row.getObject("done_until", UUID.class),
                row.getInt("ranges"),
                new Seen(
                        row.getLong("findings"),
                        row.getLong("distinct_ids"),
                        row.getLong("hosts"),
                        row.getLong("distinct_hosts")));
    }
}
