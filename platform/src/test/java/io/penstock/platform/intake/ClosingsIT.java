package io.penstock.platform.intake;

import static io.penstock.platform.intake.ClosingRuns.finding;
import static io.penstock.platform.intake.ClosingRuns.findings;
import static io.penstock.platform.intake.ClosingRuns.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.Breaker;
import io.penstock.platform.transform.Transformation;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunEnd.Outcome;
import io.penstock.wire.RunOpened;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;

/** What closes a finding, on a real PostgreSQL: the end of a complete run, and nothing else. */
class ClosingsIT {

    private static final Breaker NEVER = new Breaker(100, null, 0);

    private static ConfigurableApplicationContext platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private ClosingRuns runs;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        runs = new ClosingRuns(platform, test.getDisplayName());
    }

    @Test
    void aCompleteRunClosesWithEventRunAndReason() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        var run = runs.delta(finding("f1", "a1", "closed", 2));

        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.finding("f1")).isEqualTo("FIXED");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW FIXED>FIXED");
        assertThat(closing()).isEqualTo(run.run() + " the vendor reported it as FIXED");
        assertThat(runs.count("fixed_at = '2026-03-02T00:00:00Z'")).isOne();
    }

    @Test
    void aPageClosesNothingBeforeItsRunHasEnded() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        var run = runs.read(false, hosts(), finding("f1", "a1", "closed", 2));
        runs.engine().transform();

        assertThat(runs.finding("f1")).isEqualTo("NEW");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW FIXED(held)");

        runs.engine().finish(run);
        assertThat(runs.finding("f1")).isEqualTo("FIXED");
    }

    @Test
    void anIncompleteRunClosesNothingAndTheNextCompleteOneDoesThoughNothingChanged() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        var bad = runs.incomplete(hosts("a1"), finding("f1", "a1", "closed", 2));
        assertThat(runs.state(bad)).startsWith("INCOMPLETE");
        assertThat(runs.finding("f1")).isEqualTo("NEW");

        var good = runs.full(hosts("a1"), finding("f1", "a1", "closed", 2));

        assertThat(runs.finding("f1")).isEqualTo("FIXED");
        assertThat(closing()).startsWith(good.run().toString());
    }

    /** Its slice was sealed and its watermark moved, so no delta brings the record again. */
    @Test
    void theNextCompleteRunAppliesWhatAnIncompleteOneLeftThoughItDoesNotReadIt() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        runs.incomplete(hosts("a1"), finding("f1", "a1", "closed", 2));

        runs.delta();

        assertThat(runs.finding("f1")).isEqualTo("FIXED");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW FIXED>FIXED");
    }

    @Test
    void failedAndCancelledRunsCloseNothing() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        for (var outcome : new Outcome[] {Outcome.FAILED, Outcome.CANCELLED}) {
            var run = runs.read(true, hosts("a1"), finding("f1", "a1", "closed", 2));
            assertThat(runs.engine().finish(run, outcome)).startsWith(outcome.name());
            assertThat(runs.finding("f1")).isEqualTo("NEW");
        }
        assertThat(seen()).isEqualTo("0");
    }

    @Test
    void whatWasNeverOpenHereIsStoredAsClosedAtOnce() {
        var run = runs.read(true, hosts("a1"), finding("f1", "a1", "closed", 1));
        runs.engine().transform();

        assertThat(runs.finding("f1")).isEqualTo("FIXED");
        runs.engine().finish(run);
        assertThat(runs.finding("f1")).isEqualTo("FIXED");
    }

    @Test
    void aFindingThatIsBackBeforeTheEndOfTheRunIsNotClosed() {
        runs.full(hosts("a1"), finding("f1", "a1", "open", 1));
        runs.incomplete(hosts("a1"), finding("f1", "a1", "closed", 2));

        runs.full(hosts("a1"), finding("f1", "a1", "reopen", 3));

        assertThat(runs.finding("f1")).isEqualTo("REOPENED");
        assertThat(runs.words("f1")).isEqualTo("OPEN>NEW FIXED>FIXED REOPENED>REOPENED");
    }

    /** Every step commits; who goes on after a crash finds what is left. */
    @Test
    void aCrashInTheMiddleOfTheEndChangesNothing(TestInfo test) {
        var twin = new ClosingRuns(platform, test.getDisplayName() + " twin");
        var many = 4_500;
        for (var each : new ClosingRuns[] {runs, twin}) {
            each.settings(true, NEVER);
            each.full(hosts("a1"), findings(many, "open", 1));
        }
        twin.delta(findings(many, "closed", 2));

        var run = transformed(runs.read(false, hosts(), findings(many, "closed", 2)));
        for (var closed = 2_000; closed < many; closed += 2_000) {
            assertThat(runs.count("status = 3")).isEqualTo(closed);
            assertThat(runs.state(run)).isEqualTo("TRANSFORMING: ");
            platform.getBean(RunSettlement.class).settleAll();
        }

        assertThat(runs.count("status = 3")).isEqualTo(many);
        platform.getBean(RunSettlement.class).settleAll();
        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(inventory(runs)).isEqualTo(inventory(twin));
        assertThat(runs.engine().text("select count(*)::text from run_closing")).isEqualTo("0");
    }

    /** Its last page takes it one step towards its end. */
    private static RunOpened transformed(RunOpened run) {
        platform.getBean(RunDesk.class).end(TestEngine.call(run), new RunEnd(Outcome.READ, "", ""));
        platform.getBean(RunSettlement.class).settleAll();
        Transformation.all(platform);
        return run;
    }

    private String closing() {
        return runs.engine()
                .text(
                        """
                        select r.run_uuid || ' ' || e.reason
                        from finding_event e join run r using (tenant_id, run_id)
                        join finding f on f.tenant_id = e.tenant_id
                            and f.finding_id = e.finding_id
                        where f.connection_id = ? and e.word = 3
                        """,
                        runs.engine().connection().id());
    }

    private String seen() {
        return runs.engine().text("select count(*)::text from run_seen");
    }

    private static String inventory(ClosingRuns of) {
        return of.engine()
                .text(
                        """
                        select md5(string_agg((f.external_finding_id, f.status, f.fixed_at,
                            f.reopened_at, f.missing_since, f.changed_at, e.word, e.held,
                            e.happened_at, e.from_status, e.to_status, e.reason)::text, '|'
                            order by f.external_finding_id, e.happened_at))
                        from finding f join finding_event e using (tenant_id, finding_id)
                        where f.connection_id = ?
                        """,
                        of.engine().connection().id());
    }
}
