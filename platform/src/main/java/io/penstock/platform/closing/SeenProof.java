package io.penstock.platform.closing;

import io.penstock.platform.closing.ClosingRun.Seen;
import io.penstock.platform.closing.ClosingRun.Stage;
import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.closing.Closings.Advance;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Proves that the list of what a full run reported is whole before anything is concluded from it:
 * one row for every record that came, and at least as many ids as the slices' own count of distinct
 * records. More ids are possible when a slice was read twice.
 */
@Component
class SeenProof {

    /** Rows that are counted, or cleared away, in the time that one record is revised. */
    private static final int ROWS_PER_WORK = 50;

    private static final String NOT_JUDGED = "What the vendor no longer reports was not judged: ";

    private static final String COUNT =
            """
            select count(*) filter (where kind = 0) as findings,
                count(distinct id) filter (where kind = 0) as distinct_findings,
                count(*) filter (where kind = 1) as hosts,
                count(distinct id) filter (where kind = 2) as distinct_hosts
            from run_seen where tenant_id = ? and run_id = ? and id > ? and id <= ?
            """;

    private static final String EXPECTED =
            """
            select coalesce(sum(records) filter (where not hosts), 0) as findings,
                coalesce(sum(ids) filter (where not hosts), 0) as distinct_findings,
                coalesce(sum(records) filter (where hosts), 0) as hosts,
                coalesce(sum(ids) filter (where hosts), 0) as distinct_hosts
            from (select s.hosts,
                    (select sum(p.records) from raw_page p where p.tenant_id = s.tenant_id
                        and p.run_id = s.run_id and p.stream = s.stream) as records,
                    (select sum(x.distinct_count) from run_slice x where x.tenant_id = s.tenant_id
                        and x.run_id = s.run_id and x.stream = s.stream) as ids
                from run_stream s where s.tenant_id = ? and s.run_id = ?) streams
            """;

    private static final String OTHER_PROFILE =
            """
            select exists (select from run where tenant_id = ? and connection_id = ?
                and profile_id <> ? and kind in ('FULL', 'DELTA'))
            """;

    private static final String SWEEP =
            "delete from run_seen where tenant_id = ? and run_id = ? and id > ? and id <= ?";

    private final JdbcClient jdbc;

    SeenProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Advance count(ClosingRun run) {
        var range = run.range();
        var more =
                jdbc.sql(COUNT)
                        .params(run.subject().tenantId(), run.subject().runId())
                        .params(range.after(), range.until())
                        .query((row, _) -> seen(row))
                        .single();
        var counted = run.counted(more);
        var work = (int) ((more.findings() + more.hosts()) / ROWS_PER_WORK);
        return new Advance(range.last() ? proved(counted) : counted.until(range.until()), work);
    }

    private ClosingRun proved(ClosingRun run) {
        var doubt = doubt(run);
        return doubt.isEmpty()
                ? run.at(Stage.HOSTS)
                : run.saying(NOT_JUDGED + doubt).at(Stage.JOIN);
    }

    private String doubt(ClosingRun run) {
        var subject = run.subject();
        var expected =
                jdbc.sql(EXPECTED)
                        .params(subject.tenantId(), subject.runId())
                        .query((row, _) -> seen(row))
                        .single();
        var seen = run.seen();
        if (seen.hosts() != expected.hosts() || seen.findings() != expected.findings()) {
            return String.format(
                    Locale.ROOT,
                    "the list of what the run saw has %,d of %,d hosts and %,d of %,d findings.",
                    seen.hosts(),
                    expected.hosts(),
                    seen.findings(),
                    expected.findings());
        }
        if (seen.distinctHosts() < expected.distinctHosts()
                || seen.distinctFindings() < expected.distinctFindings()) {
            return String.format(
                    Locale.ROOT,
                    "%,d of %,d hosts and %,d of %,d findings have ids of their own.",
                    seen.distinctHosts(),
                    expected.distinctHosts(),
                    seen.distinctFindings(),
                    expected.distinctFindings());
        }
        return othersRead(subject) ? "another profile reads from this connection, too." : "";
    }

    /** What one profile leaves out, another one may read. */
    private boolean othersRead(Subject run) {
        return jdbc.sql(OTHER_PROFILE)
                .params(run.tenantId(), run.connectionId(), run.profileId())
                .query(Boolean.class)
                .single();
    }

    Advance sweep(ClosingRun run) {
        var range = run.range();
        var gone =
                jdbc.sql(SWEEP)
                        .params(run.subject().tenantId(), run.subject().runId())
                        .params(range.after(), range.until())
                        .update();
        return new Advance(
                range.last() ? run.at(Stage.DONE) : run.until(range.until()), gone / ROWS_PER_WORK);
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getLong("findings"),
                row.getLong("distinct_findings"),
                row.getLong("hosts"),
                row.getLong("distinct_hosts"));
    }
}
