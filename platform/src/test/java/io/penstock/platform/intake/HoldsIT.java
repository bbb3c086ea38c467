package io.penstock.platform.intake;

import static io.penstock.platform.intake.ClosingRuns.finding;
import static io.penstock.platform.intake.ClosingRuns.findings;
import static io.penstock.platform.intake.ClosingRuns.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.finding.Breaker;
import io.penstock.platform.closing.HeldChange;
import io.penstock.platform.closing.HeldCount;
import io.penstock.platform.closing.Hold;
import io.penstock.platform.closing.Hold.State;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.transform.Transformation;
import io.penstock.wire.RunEnd.Outcome;
import io.penstock.wire.RunOpened;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.List;

/** Closings that wait for a person, on a real PostgreSQL: ten findings, two of which may close. */
class HoldsIT {

    private static final int TENANT = 1;
    private static final Breaker FIFTH = new Breaker(20, null, 0);

    /** More than one step of a run's end takes. */
    private static final int MANY = 2_500;

    private static ConfigurableApplicationContext platform;
    private static Holds holds;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private ClosingRuns runs;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
        holds = platform.getBean(Holds.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        runs = new ClosingRuns(platform, test.getDisplayName());
        runs.settings(true, FIFTH);
        runs.full(hosts("a1"), findings(10, "open", 1));
    }

    @Test
    void aLimitThatIsJustReachedHoldsNothing() {
        runs.delta(findings(1, "closed", 2));
        assertThat(runs.count("status = 3")).isOne();
        assertThat(open()).isEmpty();
        runs.full(hosts("a1"), findings(10, "open", 3));

        var run = runs.delta(findings(2, "closed", 4));
        assertThat(runs.state(run)).isEqualTo("COMPLETE: ");
        assertThat(runs.count("status = 3")).isEqualTo(2);
        assertThat(open()).isEmpty();
    }

    @Test
    void oneMoreHoldsAllOfThem() {
        var run = runs.delta(findings(3, "closed", 2));

        assertThat(runs.state(run))
                .isEqualTo(
                        "COMPLETE: 3 closings are more than 20 % of the 10 findings that were"
                                + " open. They are held until a person releases or rejects them.");
        assertThat(runs.count("status = 3")).isZero();
        assertThat(hold(run))
                .extracting(Hold::state, Hold::closings, Hold::waiting, Hold::openBefore)
                .containsExactly(State.OPEN, 3L, 3L, 10L);
        assertThat(watermarks()).as("the run is complete all the same").isEqualTo("2");
    }

    @Test
    void aReleaseClosesAndIsNoted() {
        var run = runs.delta(findings(10, "closed", 2));

        var released = holds.release(TENANT, run.run(), "ada", " patched on Tuesday ");

        assertThat(runs.count("status = 3")).isEqualTo(10);
        assertThat(released.state()).isEqualTo(State.RELEASED);
        assertThat(released.waiting()).isZero();
        assertThat(released.decision().by()).isEqualTo("ada");
        assertThat(released.decision().note()).isEqualTo("patched on Tuesday");
        assertThat(released.decision().doneAt()).isNotNull();
        assertThat(reason("f1"))
                .isEqualTo("the vendor reported it as FIXED; released by ada: patched on Tuesday");
        assertThat(holds.release(TENANT, run.run(), "bob", "")).isEqualTo(released);
        assertThatThrownBy(() -> holds.reject(TENANT, run.run(), "bob", ""))
                .hasMessageContaining("This hold was released by ada.");
        runs.full(hosts("a1"), findings(10, "closed", 2));
        assertThat(runs.count("status = 3")).isEqualTo(10);
        assertThat(open()).isEmpty();
    }

    @Test
    void aHoldSurvivesThatTheSameIsReadAgain() {
        var run = runs.delta(findings(10, "closed", 2));

        runs.delta(findings(1, "closed", 2));
        runs.full(hosts("a1"), findings(10, "closed", 2));

        assertThat(runs.count("status = 3")).isZero();
        assertThat(open()).extracting(Hold::run, Hold::waiting).containsExactly(pair(run, 10));
    }

    @Test
    void whatIsRejectedStaysOpenUntilTheVendorSaysSomethingNewer() {
        var run = runs.delta(findings(10, "closed", 2));
        holds.reject(TENANT, run.run(), "ada", "");

        assertThat(hold(run).decision().doneAt()).isNotNull();
        var again = runs.full(hosts("a1"), findings(10, "closed", 2));
        assertThat(runs.state(again)).isEqualTo("COMPLETE: ");
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED(rejected)");
        assertThat(unchanged(again)).isEqualTo("11");

        runs.delta(findings(2, "closed", 3));
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED(rejected) FIXED>FIXED");
        assertThat(runs.count("status = 3")).isEqualTo(2);
    }

    /** It is fewer than the limit, but a person has been asked about these findings. */
    @Test
    void aNewerClosingOfWhatIsHeldWaitsWithIt() {
        var run = runs.delta(findings(10, "closed", 2));

        runs.delta(findings(1, "closed", 3));

        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED(held) FIXED(held)");
        assertThat(open()).extracting(Hold::run, Hold::waiting).containsExactly(pair(run, 10));
        holds.release(TENANT, run.run(), "ada", "");
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED>FIXED FIXED>FIXED");
    }

    @Test
    void whatTheVendorHasTakenBackIsNotClosedByARelease() {
        var run = runs.delta(findings(10, "closed", 2));
        runs.delta(finding("f0", "a1", "reopen", 3));
        assertThat(hold(run).waiting()).isEqualTo(9);

        holds.release(TENANT, run.run(), "ada", "");

        assertThat(runs.finding("f0")).isEqualTo("REOPENED");
        assertThat(runs.count("status = 3")).isEqualTo(9);
    }

    @Test
    void whenAllIsTakenBackNothingIsLeftToDecide() {
        var run = runs.delta(findings(10, "closed", 2));
        runs.delta(findings(10, "open", 3));

        assertThat(hold(run).state()).isEqualTo(State.OVERTAKEN);
        assertThat(runs.count("status = 4")).isEqualTo(10);
        assertThatThrownBy(() -> holds.release(TENANT, run.run(), "ada", ""))
                .hasMessageContaining("Nothing of this hold is left");
    }

    @Test
    void aReleaseDuringTheNextRunIsOfWhatWasHeldOnly() {
        var run = runs.delta(findings(3, "closed", 2));
        var next = runs.read(false, hosts(), finding("f0", "a1", "closed", 3));
        runs.engine().transform();
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED(held) FIXED(held)");

        holds.release(TENANT, run.run(), "ada", "");

        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED>FIXED FIXED(held)");
        assertThat(runs.finding("f0")).isEqualTo("FIXED");
        runs.engine().finish(next);
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW FIXED>FIXED FIXED>FIXED");
    }

    @Test
    void whatIsMissingIsHeldLikewiseAndAskedOnce() {
        runs.settings(false, FIFTH);
        var run = runs.full(hosts("a1"));
        assertThat(hold(run).waiting()).isEqualTo(10);
        assertThat(runs.finding("f0")).isEqualTo("NEW");

        holds.reject(TENANT, run.run(), "ada", "");
        assertThat(runs.finding("f0")).isEqualTo("NEW missing");
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW MISSING_FIXED(rejected) MISSING>NEW");
        runs.full(hosts("a1"));
        assertThat(open()).isEmpty();

        runs.full(hosts("a1"), findings(10, "open", 1));
        assertThat(runs.finding("f0")).isEqualTo("NEW");
        var later = runs.full(hosts("a1"));
        assertThat(hold(later).waiting()).isEqualTo(10);
        holds.release(TENANT, later.run(), "ada", "");
        assertThat(runs.finding("f0")).isEqualTo("FIXED missing");
    }

    @Test
    void whatIsHeldAsMissingAndThenReportedIsSeenAgain() {
        runs.settings(false, FIFTH);
        var run = runs.full(hosts("a1"));
        runs.delta(findings(1, "open", 1));

        assertThat(hold(run).waiting()).isEqualTo(9);
        assertThat(runs.words("f0")).isEqualTo("OPEN>NEW MISSING>NEW SEEN>NEW");
        runs.full(hosts("a1"), findings(2, "open", 1));
        assertThat(hold(run).waiting()).isEqualTo(8);
        assertThat(runs.finding("f1")).isEqualTo("NEW");
    }

    @Test
    void aDecisionWhileThePlatformStillMarksWhatIsHeldIsOnAllOfIt() {
        runs.full(hosts("a1"), findings(MANY, "open", 2));
        var run = runs.read(false, hosts(), findings(MANY, "closed", 3));
        runs.engine().end(run, Outcome.READ);
        Transformation.all(platform);
        while (open().isEmpty()) {
            platform.getBean(RunSettlement.class).settleAll();
        }
        assertThat(hold(run).waiting()).isLessThan(MANY);

        holds.release(TENANT, run.run(), "ada", "");
        runs.engine().transform();

        assertThat(runs.count("status = 3")).isEqualTo(MANY);
        assertThat(hold(run))
                .extracting(Hold::state, Hold::waiting)
                .containsExactly(State.RELEASED, 0L);
    }

    @Test
    void newerClosingsOfMoreThanABatchThatIsHeldWaitWithIt() {
        runs.settings(true, new Breaker(100, null, 0));
        runs.full(hosts("a1"), findings(MANY, "open", 2));
        runs.settings(true, FIFTH);
        var run = runs.delta(findings(MANY, "closed", 3));
        runs.delta(findings(MANY, "closed", 4));
        runs.settings(true, new Breaker(100, null, 0));

        runs.delta(findings(MANY, "closed", 5));

        assertThat(runs.count("status = 3")).isZero();
        assertThat(open()).extracting(Hold::run, Hold::waiting).containsExactly(pair(run, MANY));
    }

    @Test
    void theListSaysWhatWouldCloseAndCountsIt() {
        var run = runs.delta(findings(3, "closed", 2));
        var hold = hold(run);

        var first = holds.changes(TENANT, hold.runId(), null, 2);
        var rest = holds.changes(TENANT, hold.runId(), first.getLast().record(), 2);

        assertThat(first).hasSize(2).extracting(HeldChange::because).containsOnly("FIXED");
        assertThat(rest).hasSize(1).extracting(HeldChange::status).containsExactly("NEW");
        assertThat(holds.byHost(TENANT, hold.runId(), 5))
                .extracting(HeldCount::name, HeldCount::findings)
                .containsExactly(Tuple.tuple("a1", 3L));
        assertThat(holds.byCve(TENANT, hold.runId(), 2)).hasSize(2);
    }

    private static Tuple pair(RunOpened run, long waiting) {
        return Tuple.tuple(run.run(), waiting);
    }

    private static Hold hold(RunOpened run) {
        return holds.require(TENANT, run.run());
    }

    private List<Hold> open() {
        return holds.all(TENANT, runs.engine().connection().uuid(), State.OPEN, Long.MAX_VALUE, 10);
    }

    private String watermarks() {
        return runs.engine()
                .text(
                        "select count(*)::text from watermark where profile_id = ?",
                        runs.engine().profile().id());
    }

    private String unchanged(RunOpened run) {
        return runs.engine()
                .text(
                        """
                        select sum(unchanged_count)::text from raw_page
                        join run using (tenant_id, run_id) where run_uuid = ?
                        """,
                        run.run());
    }

    private String reason(String id) {
        return runs.engine()
                .text(
                        """
                        select e.reason from finding_event e
                        join finding f using (tenant_id, finding_id)
                        where f.connection_id = ? and f.external_finding_id = ? and e.word = 3
                        """,
                        runs.engine().connection().id(),
                        id);
    }
}
