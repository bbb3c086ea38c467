package io.penstock.platform.intake;

import static io.penstock.platform.intake.TestEngine.FINDINGS;
import static io.penstock.platform.intake.TestEngine.HOSTS;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.Breaker;
import io.penstock.platform.inventory.LoadContext;
import io.penstock.platform.inventory.RunSeen;
import io.penstock.wire.RunOpened;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The end of a full run over many findings: {@code -Dpenstock.closing.findings=1000000} prints
 * figures that mean something.
 */
class ClosingScaleIT {

    private static final int MANY = Integer.getInteger("penstock.closing.findings", 20_000);
    private static final int PAGE = 5_000;
    private static final int STEPS_MAX = 50 + MANY / 1_000;

    /** Ids as a hash would make them. */
    private static final String ID = "md5(:connection || ' ' || n)::uuid";

    private static ConfigurableApplicationContext platform;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    /** Of a hundred findings five are closed by the vendor, and one is not reported any more. */
    @Test
    void endsARunInStepsOfABoundedSize() throws SQLException {
        var runs = new ClosingRuns(platform, "many");
        runs.settings(false, new Breaker(100, null, 0));
        var engine = runs.engine();
        engine.emptyRun();
        seed(engine.connection().id());
        var run = engine.openAsPlanned(true);
        engine.read(run, HOSTS);
        engine.read(run, FINDINGS);
        engine.transform();
        report(run, engine);
        close(run, engine);

        var steps = new ArrayList<Duration>();
        engine.change(
                "update run set state = 'TRANSFORMING', read_ended_at = now(),"
                        + " read_outcome = 'READ' where run_uuid = ?",
                run.run());
        while (engine.state(run).startsWith("TRANSFORMING") && steps.size() < STEPS_MAX) {
            var begun = System.nanoTime();
            platform.getBean(RunSettlement.class).settleAll();
            steps.add(Duration.ofNanos(System.nanoTime() - begun));
            print(
                    "step "
                            + steps.size()
                            + ": "
                            + steps.getLast().toMillis()
                            + " ms, now "
                            + stage(engine));
        }

        print(
                String.format(
                        Locale.ROOT,
                        "ended in %d steps, %d ms in all, longest %d ms",
                        steps.size(),
                        steps.stream().mapToLong(Duration::toMillis).sum(),
                        steps.stream().mapToLong(Duration::toMillis).max().orElseThrow()));
        assertThat(engine.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.count("status = 3")).isEqualTo(MANY / 100 * 6);
        assertThat(runs.count("missing_since is not null")).isEqualTo(MANY / 100);
        assertThat(engine.text("select count(*)::text from run_seen")).isEqualTo("0");
    }

    private static String stage(TestEngine engine) {
        return engine.text("select coalesce(max(stage), 'ended') from run_closing");
    }

    private static void seed(int connection) {
        sql(
                """
                insert into asset (tenant_id, asset_id, name, external_asset_id, minimal, first_seen,
                    last_seen, created_run, changed_run)
                values (1, md5(:connection || ' host')::uuid, 'host', 'host', false, 'epoch', now(),
                    1, 1)
                """,
                connection);
        sql(
                """
                insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key,
                    minimal, changed_at, content_hash, attributes, created_run, changed_run)
                select 1, asset_id, asset_id, :connection, 'host', false, now(), gen_random_uuid(),
                    '{}', 1, 1 from asset where asset_id = md5(:connection || ' host')::uuid
                """,
                connection);
        sql(
                """
                insert into finding (tenant_id, connection_id, finding_id, asset_id, match_key,
                    content_hash, vulnerability_id, created_run, changed_run, changed_at,
                    first_found, last_found, status, severity, suppressed, expired,
                    external_finding_id)
                select 1, :connection, ID, md5(:connection || ' host')::uuid, n * 2,
                    gen_random_uuid(), 1, 0, 0, '2026-01-01', '2026-01-01', '2026-01-01', 1, 3,
                    false, false, 'f' || n
                from generate_series(1, MANY) n
                """,
                connection);
        sql("analyze finding", connection);
    }

    /** What the pages of the run would have noted; every hundredth finding is not there. */
    private static void report(RunOpened run, TestEngine engine) throws SQLException {
        var connection = engine.connection().id();
        var reported = ids(connection, "n % 100 <> 0");
        var id =
                Long.parseLong(
                        engine.text("select run_id::text from run where run_uuid = ?", run.run()));
        var context = new LoadContext(1, connection, id);
        var begun = System.nanoTime();
        for (var from = 0; from < reported.size(); from += PAGE) {
            note(
                    context,
                    RunSeen.Kind.FINDING,
                    reported.subList(from, Math.min(from + PAGE, reported.size())));
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        print(
                String.format(
                        Locale.ROOT, "%,d ids noted in %d ms", reported.size(), took.toMillis()));
        note(context, RunSeen.Kind.HOST, ids(connection, "n = 0"));
        note(context, RunSeen.Kind.HOST_RECORD, ids(connection, "n = 0"));
        engine.change(
                """
                update raw_page set records = ?, mapped = ?
                where run_id = ? and not hosts
                """,
                reported.size(),
                reported.size(),
                id);
        engine.change(
                """
                update raw_page set records = 1, mapped = 1 where run_id = ? and hosts
                """,
                id);
    }

    private static void note(LoadContext context, RunSeen.Kind kind, List<UUID> ids) {
        var source = platform.getBean(DataSource.class);
        platform.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var connection = DataSourceUtils.getConnection(source);
                    try {
                        platform.getBean(RunSeen.class)
                                .note(connection, context, Map.of(kind, ids));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        DataSourceUtils.releaseConnection(connection, source);
                    }
                });
    }

    private static List<UUID> ids(int connection, String which) {
        return platform.getBean(JdbcClient.class)
                .sql(
                        ("select case n when 0 then md5(:connection || ' host')::uuid else ID end"
                                        + " from generate_series(0, MANY) n where "
                                        + which)
                                .replace("n % 100 <> 0", "n % 100 <> 0 and n > 0")
                                .replace("ID", ID)
                                .replace("MANY", String.valueOf(MANY)))
                .param("connection", String.valueOf(connection))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** As the pages of the run leave it. */
    private static void close(RunOpened run, TestEngine engine) {
        sql(
                """
                insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run,
                    word, content_hash, held, from_status, to_status, reason)
                select 1, ID, case w when 1 then timestamptz '2026-01-01' else '2026-02-01' end,
                    r.run_id, r.run_id, w, gen_random_uuid(), w = 3, null,
                    case w when 1 then 1 end, ''
                from generate_series(1, MANY) n, unnest(array[1, 3]) w, run r
                where n % 20 = 1 and r.connection_id = :connection::int and r.state = 'READING'
                """,
                engine.connection().id());
        assertThat(engine.state(run)).startsWith("READING");
    }

    private static void sql(String text, int connection) {
        platform.getBean(JdbcClient.class)
                .sql(text.replace("ID,", ID + ",").replace("MANY", String.valueOf(MANY)))
                .param("connection", connection)
                .update();
    }

    private static void print(String figure) {
        System.out.println("closings: " + figure);
    }
}
