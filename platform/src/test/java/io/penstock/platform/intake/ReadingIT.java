package io.penstock.platform.intake;

import static io.penstock.platform.intake.TestEngine.FINDINGS;
import static io.penstock.platform.intake.TestEngine.HOSTS;
import static io.penstock.platform.intake.TestEngine.windowStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.platform.reading.ReadingSettings;
import io.penstock.platform.reading.Readings;
import io.penstock.platform.reading.Watermark;
import io.penstock.platform.reading.Watermarks;
import io.penstock.wire.PlannedSlices.Bounds;
import io.penstock.wire.RunEnd.Outcome;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Full runs, deltas and watermarks on a real PostgreSQL. */
class ReadingIT {

    private static final Duration OVERLAP = Duration.ofMinutes(15);
    private static final SliceName HOST_SLICE = new SliceName(HOSTS, 0);
    private static final SliceName FINDING_SLICE = new SliceName(FINDINGS, 0);

    private static ConfigurableApplicationContext platform;
    private static Readings readings;
    private static Watermarks watermarks;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private TestEngine engine;

    @BeforeAll
    static void start(@TempDir Path data) {
        platform = TestEngine.platform(data);
        readings = platform.getBean(Readings.class);
        watermarks = platform.getBean(Watermarks.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        engine = TestEngine.connect(platform, test.getDisplayName());
    }

    @Test
    void theFirstRunIsFullAndSetsEveryWatermarkToItsEnd() {
        var run = engine.emptyRun();

        assertThat(run.kind()).isEqualTo("FULL");
        assertThat(windowStart(run, HOSTS)).isNull();
        assertThat(windowStart(run, FINDINGS)).isNull();
        assertThat(marks())
                .extracting(Watermark::stream, Watermark::until, Watermark::run)
                .containsExactly(mark(HOSTS, run), mark(FINDINGS, run));
    }

    @Test
    void aDeltaFollowsOnADeltaEachFromTheWatermarkLessTheOverlap() {
        var full = engine.emptyRun();
        var first = engine.emptyRun();
        var second = engine.emptyRun();

        assertThat(first.kind()).isEqualTo("DELTA");
        assertThat(windowStart(first, HOSTS)).isEqualTo(full.until().minus(OVERLAP));
        assertThat(windowStart(first, FINDINGS)).isEqualTo(full.until().minus(OVERLAP));
        assertThat(second.kind()).isEqualTo("DELTA");
        assertThat(windowStart(second, FINDINGS)).isEqualTo(first.until().minus(OVERLAP));
        assertThat(marks()).extracting(Watermark::run).containsOnly(second.run());
    }

    @Test
    void anUnsealedSliceMovesNoWatermarkOfItsStream() {
        var full = engine.emptyRun();
        var delta = engine.open();
        engine.read(delta, HOSTS);
        engine.plan(delta, FINDINGS, new Bounds("", "m", -1), new Bounds("m", "", -1));
        engine.page(delta, FINDING_SLICE, 0, true);
        engine.judge(delta, FINDING_SLICE, SliceEnd.read(0));

        assertThat(engine.finish(delta))
                .isEqualTo("INCOMPLETE: slice vulnerabilities/1 (from m): was not read to its end");
        assertThat(marks())
                .extracting(Watermark::stream, Watermark::until, Watermark::run)
                .containsExactly(mark(HOSTS, delta), mark(FINDINGS, full));
        var next = engine.open();
        assertThat(next.kind()).isEqualTo("DELTA");
        assertThat(windowStart(next, HOSTS)).isEqualTo(delta.until().minus(OVERLAP));
        assertThat(windowStart(next, FINDINGS)).isEqualTo(full.until().minus(OVERLAP));
    }

    @Test
    void aFailedRunMovesOnlyWhatItHasProved() {
        var run = engine.open();
        engine.read(run, HOSTS);
        engine.plan(run, FINDINGS, new Bounds("", "", -1));

        assertThat(engine.finish(run, Outcome.FAILED)).startsWith("FAILED");
        assertThat(marks()).extracting(Watermark::stream).containsExactly(HOSTS);
        assertThat(engine.open().kind()).as("no full run was complete").isEqualTo("FULL");
    }

    @Test
    void aRunThatWasNotEvenPlannedMovesNothing() {
        var run = engine.open();

        assertThat(engine.finish(run, Outcome.CANCELLED)).startsWith("CANCELLED");
        assertThat(marks()).isEmpty();
    }

    @Test
    void aBrokenPageMovesNoWatermarkOfItsStream() {
        var run = engine.open();
        engine.read(run, HOSTS);
        engine.plan(run, FINDINGS, new Bounds("", "", -1));
        engine.page(run, FINDING_SLICE, 0, true, "{\"id\": ");
        engine.judge(run, FINDING_SLICE, SliceEnd.read(1));

        assertThat(engine.finish(run)).startsWith("INCOMPLETE: page ").contains("is broken");
        assertThat(marks()).extracting(Watermark::stream).containsExactly(HOSTS);
    }

    @Test
    void noWatermarkMovesBeforeThePagesAreInTheInventory() {
        var run = engine.open();
        engine.read(run, HOSTS);
        engine.read(run, FINDINGS);

        assertThat(marks()).isEmpty();
        assertThat(engine.finish(run)).isEqualTo("COMPLETE: ");
        assertThat(marks()).hasSize(2);
    }

    @Test
    void aFullRunIsDueAWeekAfterTheLastCompleteOne() {
        engine.emptyRun();
        var delta = engine.emptyRun();
        assertThat(delta.kind()).isEqualTo("DELTA");

        age(Duration.ofDays(7));

        var full = engine.emptyRun();
        assertThat(full.kind()).isEqualTo("FULL");
        assertThat(windowStart(full, FINDINGS)).isNull();
        assertThat(engine.open().kind()).isEqualTo("DELTA");
    }

    @Test
    void everyRunIsFullWhenTheProfileSaysSo() {
        engine.emptyRun();
        readings.change(1, engine.profile().id(), new ReadingSettings(Duration.ZERO, OVERLAP));

        assertThat(engine.emptyRun().kind()).isEqualTo("FULL");
        assertThat(engine.emptyRun().kind()).isEqualTo("FULL");
    }

    @Test
    void theOverlapIsTheProfiles() {
        var full = engine.emptyRun();
        var hour = Duration.ofHours(1);
        readings.change(1, engine.profile().id(), new ReadingSettings(Duration.ofDays(7), hour));

        assertThat(windowStart(engine.open(), HOSTS)).isEqualTo(full.until().minus(hour));
    }

    @Test
    void aFullRunThatWasAskedForIsReadOnce() {
        engine.emptyRun();
        readings.askFull(1, engine.profile().id());

        assertThat(engine.emptyRun().kind()).isEqualTo("FULL");
        assertThat(engine.emptyRun().kind()).isEqualTo("DELTA");
    }

    @Test
    void theEngineMayAskForAFullRunItself() {
        engine.emptyRun();

        assertThat(engine.openAsPlanned(true).kind()).isEqualTo("FULL");
    }

    @Test
    void aFullRunAskedForWhileADeltaIsUnfinishedFollowsIt() {
        engine.emptyRun();
        var delta = engine.open();
        engine.change(
                "update run set lease_until = now() - interval '1 second' where run_uuid = ?",
                delta.run());

        var resumed = engine.openAsPlanned(true);
        assertThat(resumed.run()).isEqualTo(delta.run());
        assertThat(resumed.kind()).isEqualTo("DELTA");
        assertThat(windowStart(resumed, HOSTS)).isEqualTo(windowStart(delta, HOSTS)).isNotNull();
        engine.finish(resumed, Outcome.CANCELLED);

        assertThat(engine.open().kind()).isEqualTo("FULL");
    }

    @Test
    void aStreamWhoseWatermarkIsForgottenIsReadCompletely() {
        var full = engine.emptyRun();
        watermarks.forget(1, engine.profile().id(), FINDINGS);

        var next = engine.emptyRun();

        assertThat(next.kind()).isEqualTo("DELTA");
        assertThat(windowStart(next, HOSTS)).isEqualTo(full.until().minus(OVERLAP));
        assertThat(windowStart(next, FINDINGS)).isNull();
        assertThat(windowStart(engine.open(), FINDINGS)).isEqualTo(next.until().minus(OVERLAP));
    }

    @Test
    void aStreamThatIsReadCompletelyIsJudgedLikeAFullRun() {
        engine.emptyRun();
        watermarks.forget(1, engine.profile().id(), FINDINGS);
        var next = engine.open();
        engine.plan(next, HOSTS, new Bounds("", "", -1));
        engine.page(next, HOST_SLICE, 0, true, "{}");
        engine.plan(next, FINDINGS, new Bounds("", "", -1));
        engine.page(next, FINDING_SLICE, 0, true, "{}");

        assertThat(engine.judge(next, HOST_SLICE, SliceEnd.read(0)).sealed()).isTrue();
        assertThat(engine.judge(next, FINDING_SLICE, SliceEnd.read(0)).sealed()).isFalse();
    }

    @Test
    void aDeltaUnderWayDoesNotBringAForgottenWatermarkBack() {
        engine.emptyRun();
        var delta = engine.open();
        watermarks.forget(1, engine.profile().id());
        engine.read(delta, HOSTS);
        engine.read(delta, FINDINGS);

        assertThat(engine.finish(delta)).isEqualTo("COMPLETE: ");
        assertThat(marks()).isEmpty();
        assertThat(engine.open().kind()).isEqualTo("FULL");
    }

    @Test
    void aWatermarkNeverMovesBackwards() {
        engine.emptyRun();
        var later = Instant.parse("2100-01-01T00:00:00Z");
        engine.change(
                "update watermark set until = timestamptz '2100-01-01Z' where profile_id = ?",
                engine.profile().id());

        assertThat(windowStart(engine.emptyRun(), HOSTS)).as("it tells nothing").isNull();
        assertThat(marks()).extracting(Watermark::until).containsOnly(later);
    }

    @Test
    void anotherSecretForgetsTheWatermarksAndAnotherNameDoesNot() {
        var name = engine.connection().name();
        engine.emptyRun();
        engine.edit(name + " renamed", "a");
        assertThat(engine.emptyRun().kind()).isEqualTo("DELTA");

        engine.edit(name, "b");

        assertThat(marks()).isEmpty();
        assertThat(engine.emptyRun().kind()).isEqualTo("FULL");
        assertThat(engine.emptyRun().kind()).isEqualTo("DELTA");
    }

    @Test
    void aRunThatReadsWithOlderSettingsSetsNoWatermark() {
        var run = engine.open();
        engine.edit(engine.connection().name(), "b");
        engine.read(run, HOSTS);
        engine.read(run, FINDINGS);

        assertThat(engine.finish(run)).isEqualTo("COMPLETE: ");
        assertThat(marks()).isEmpty();
    }

    @Test
    void aPlanThatWasFetchedBeforeAChangeCountsAsOlder() {
        engine.fetchPlan();
        engine.edit(engine.connection().name(), "b");
        var run = engine.openAsPlanned(false);
        engine.read(run, HOSTS);
        engine.read(run, FINDINGS);
        engine.finish(run);

        assertThat(marks()).isEmpty();
        assertThat(engine.emptyRun().kind()).isEqualTo("FULL");
        assertThat(engine.emptyRun().kind()).isEqualTo("DELTA");
    }

    private List<Watermark> marks() {
        return watermarks.of(1, engine.profile().id());
    }

    private static Tuple mark(String stream, RunOpened run) {
        return tuple(stream, run.until(), run.run());
    }

    private void age(Duration by) {
        engine.change(
                "update run set window_until = window_until - make_interval(secs => ?)"
                        + " where profile_id = ?",
                by.toSeconds(),
                engine.profile().id());
    }
}
