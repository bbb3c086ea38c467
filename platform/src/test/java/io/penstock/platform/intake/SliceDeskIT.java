package io.penstock.platform.intake;

import static io.penstock.platform.intake.TestEngine.FINDINGS;
import static io.penstock.platform.intake.TestEngine.HOSTS;
import static io.penstock.platform.intake.TestEngine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.run.Runs;
import io.penstock.wire.PlannedSlices.Bounds;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SplitSlice;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Splits, second reads and given-up slices on a real PostgreSQL. */
class SliceDeskIT {

    private static final SliceName HOST_SLICE = new SliceName(HOSTS, 0);
    private static final SliceName FIRST = new SliceName(FINDINGS, 0);
    private static final SplitSlice AT_M = new SplitSlice("m", 40, 60);

    private static final String ATTEMPT =
            """
            select attempt::text from run_slice join run using (tenant_id, run_id)
            where run_uuid = ? and stream = 'vulnerabilities' and slice = 0
            """;

    private static final String PENDING =
            """
            select count(*)::text from raw_page join run using (tenant_id, run_id)
            where run_uuid = ? and raw_page.state = 'PENDING'
            """;

    private static ConfigurableApplicationContext platform;

    // Set before every test.
    @SuppressWarnings("NullAway.Init")
    private TestEngine engine;

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
        engine = TestEngine.connect(platform, test.getDisplayName());
    }

    @Test
    void aSplitLowersTheSliceAndAddsTheRest() {
        var run = planned();
        engine.page(run, FIRST, 0, false);

        var added = split(run, FIRST, AT_M);

        assertThat(added).isEqualTo(new SliceState(1, "m", "z", "", 0, false, false, 60));
        assertThat(states(run).getFirst())
                .isEqualTo(new SliceState(0, "a", "m", "p0", 1, false, false, 40));
    }

    @Test
    void aSplitRepeatedGivesTheFirstAnswerEvenWhenTheSliceHasEnded() {
        var run = planned();
        var added = split(run, FIRST, AT_M);
        engine.page(run, FIRST, 0, true);
        engine.judge(run, FIRST, SliceEnd.read(0));

        assertThat(split(run, FIRST, AT_M)).isEqualTo(added);
        assertThat(states(run)).hasSize(2);
    }

    @Test
    void aSliceCanBeSplitAgainAndSoCanItsRest() {
        var run = planned();
        split(run, FIRST, AT_M);

        split(run, FIRST, new SplitSlice("f", 10, 30));
        split(run, new SliceName(FINDINGS, 1), new SplitSlice("t", 20, 40));

        assertThat(states(run))
                .extracting(SliceState::lower, SliceState::upper, SliceState::expected)
                .containsExactly(
                        tuple("a", "f", 10L),
                        tuple("m", "t", 20L),
                        tuple("f", "m", 30L),
                        tuple("t", "z", 40L));
    }

    @Test
    void whatHasEndedOrIsNotTheCallersIsNotSplit() {
        var run = planned();
        engine.page(run, FIRST, 0, true);
        var lost = UUID.randomUUID();
        var taken = new RunOpened(run.run(), lost, 60, false, "FULL", run.until(), List.of());

        assertFault("SLICE_ENDED", () -> split(run, FIRST, AT_M));
        assertFault("RUN_TAKEN_OVER", () -> split(taken, FIRST, AT_M));
        assertFault("SLICE_UNKNOWN", () -> split(run, new SliceName(FINDINGS, 9), AT_M));
        assertFault("STREAM_UNKNOWN", () -> split(run, new SliceName("software", 0), AT_M));
    }

    @Test
    void aCutOutOfItsBoundsIsRefused() {
        var run = planned();

        for (var at : List.of("", "a", "z", "x".repeat(1_001), "m\0")) {
            assertFault("MESSAGE_BOUNDS", () -> split(run, FIRST, new SplitSlice(at, 1, 1)));
        }
        assertFault("MESSAGE_BOUNDS", () -> split(run, FIRST, new SplitSlice("m", -2, 1)));
        assertFault(
                "MESSAGE_BOUNDS", () -> split(run, FIRST, new SplitSlice("m", 1, Long.MAX_VALUE)));
        assertThat(states(run)).hasSize(1);
    }

    @Test
    void aStreamHasNoMoreSlicesThanItMay() {
        var run = planned();
        engine.change(
                """
                insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound)
                select 1, (select run_id from run where run_uuid = ?), 'vulnerabilities', n, 'z', 'z'
                from generate_series(1, 9999) n
                """,
                run.run());

        assertFault("SLICES_FULL", () -> split(run, FIRST, AT_M));
    }

    @Test
    void twoWhoSplitTheSameSliceAtOnceMakeOneCut() throws Exception {
        var run = planned();

        var answers = together(() -> split(run, FIRST, AT_M), () -> split(run, FIRST, AT_M));

        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        assertThat(states(run)).hasSize(2);
    }

    @Test
    void twoWhoSplitTwoSlicesAtOnceGetNumbersOfTheirOwn() throws Exception {
        var run = planned();
        split(run, FIRST, AT_M);
        var second = new SliceName(FINDINGS, 1);

        together(
                () -> split(run, FIRST, new SplitSlice("f", 10, 30)),
                () -> split(run, second, new SplitSlice("t", 20, 40)));

        assertThat(states(run)).extracting(SliceState::number).containsExactly(0, 1, 2, 3);
        assertThat(states(run)).extracting(SliceState::lower).contains("f", "t");
    }

    @Test
    void aSliceThatDoesNotAddUpIsReadOnceMoreFromItsStart() {
        var run = planned();
        engine.page(run, FIRST, 0, true, finding("f1"), finding("f2"));

        var verdict = engine.judge(run, FIRST, SliceEnd.read(3));

        assertThat(verdict.sealed()).isFalse();
        assertThat(verdict.again()).isTrue();
        assertThat(verdict.nextSequence()).isOne();
        assertThat(verdict.reason()).isEqualTo("2 distinct records received, the vendor has 3");
        assertThat(states(run))
                .containsExactly(new SliceState(0, "a", "z", "", 1, false, false, 100));
    }

    @Test
    void anAnswerToTheFirstReportThatWasLostIsGivenAgain() {
        var run = planned();
        engine.page(run, FIRST, 0, true, finding("f1"));
        engine.judge(run, FIRST, SliceEnd.read(2));

        var again = engine.judge(run, FIRST, SliceEnd.read(2));

        assertThat(again.again()).isTrue();
        assertThat(engine.text(ATTEMPT, run.run())).isEqualTo("2");
        engine.page(run, FIRST, 1, false, finding("f1"));
        assertFault("SLICE_NOT_ENDED", () -> engine.judge(run, FIRST, SliceEnd.read(2)));
    }

    @Test
    void aRunWithASliceThatWasReadTwiceBalances() {
        var run = planned();
        engine.read(run, HOSTS);
        engine.page(run, FIRST, 0, true, finding("f1"), finding("f2"));
        engine.judge(run, FIRST, SliceEnd.read(3));
        engine.page(run, FIRST, 1, true, finding("f1"), finding("f2"), finding("f3"));

        assertThat(engine.judge(run, FIRST, SliceEnd.read(3)).sealed()).isTrue();
        assertThat(engine.finish(run)).isEqualTo("COMPLETE: ");
        var ledger = platform.getBean(Runs.class).require(1, run.run());
        assertThat(ledger.balanced()).isTrue();
        assertThat(ledger.received()).isEqualTo(5);
        assertThat(ledger.streams().getLast().slices().distinct()).isEqualTo(3);
        assertThat(ledger.streams().getLast().records().created()).isEqualTo(3);
    }

    @Test
    void aSliceThatNeverAddsUpMakesTheRunIncompleteAndSaysWhere() {
        var run = engine.open();
        engine.read(run, HOSTS);
        engine.plan(run, FINDINGS, new Bounds("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", -1));
        engine.page(run, FIRST, 0, true);
        engine.judge(run, FIRST, SliceEnd.read(4_813));
        engine.page(run, FIRST, 1, true, finding("f1"));

        var verdict = engine.judge(run, FIRST, SliceEnd.read(4_813));

        var counts = "1 distinct records received, the vendor has 4,813, after a second read";
        assertThat(verdict.again()).isFalse();
        assertThat(verdict.reason()).isEqualTo(counts);
        assertThat(engine.judge(run, FIRST, SliceEnd.read(1))).isEqualTo(verdict);
        assertThat(engine.finish(run))
                .isEqualTo(
                        "INCOMPLETE: slice vulnerabilities/0 (2026-01-01T00:00:00Z to"
                                + " 2026-02-01T00:00:00Z): "
                                + counts);
    }

    @Test
    void aSliceThatIsGivenUpTwiceIsIncompleteWithTheReasonAndTheOthersGoOn() {
        var run = engine.open();
        engine.read(run, HOSTS);
        engine.plan(run, FINDINGS, new Bounds("", "m", -1), new Bounds("m", "", -1));
        var fault = new SliceEnd(-1, "A page of the vendor has no facet 'cve'.");

        assertThat(engine.judge(run, FIRST, fault).again()).isTrue();
        assertThat(engine.judge(run, FIRST, fault).again()).isFalse();
        var second = new SliceName(FINDINGS, 1);
        engine.page(run, second, 0, true, finding("f1"));

        assertThat(engine.judge(run, second, SliceEnd.read(1)).sealed()).isTrue();
        assertThat(engine.finish(run))
                .isEqualTo(
                        "INCOMPLETE: slice vulnerabilities/0 (up to m): A page of the vendor has"
                                + " no facet 'cve', after a second read");
    }

    @Test
    void findingsWaitUntilEverySplitAndSecondReadOfTheHostsIsJudged() {
        var run = engine.open();
        engine.plan(run, HOSTS, new Bounds("a", "z", -1));
        engine.plan(run, FINDINGS, new Bounds("", "", -1));
        engine.page(run, FIRST, 0, true, finding("f1"));
        engine.page(run, HOST_SLICE, 0, false);
        split(run, HOST_SLICE, AT_M);
        engine.page(run, HOST_SLICE, 1, true);
        engine.judge(run, HOST_SLICE, SliceEnd.read(0));
        engine.transform();
        assertThat(engine.text(PENDING, run.run())).isEqualTo("1");

        var rest = new SliceName(HOSTS, 1);
        engine.page(run, rest, 0, true);
        engine.judge(run, rest, SliceEnd.read(1));
        engine.transform();
        assertThat(engine.text(PENDING, run.run())).isEqualTo("1");

        engine.page(run, rest, 1, true);
        engine.judge(run, rest, SliceEnd.read(0));
        engine.transform();
        assertThat(engine.text(PENDING, run.run())).isEqualTo("0");
    }

    private RunOpened planned() {
        var run = engine.open();
        engine.plan(run, FINDINGS, new Bounds("a", "z", 100));
        return run;
    }

    private SliceState split(RunOpened run, SliceName slice, SplitSlice cut) {
        return engine.slices().split(call(run), slice, cut);
    }

    private List<SliceState> states(RunOpened run) {
        return engine.plan(run, FINDINGS, new Bounds("", "", -1)).slices();
    }

    private static String finding(String id) {
        return """
        {"id": "%s", "cid": "c", "aid": "a1", "vulnerability_id": "CVE-2026-1", "status": "open",
         "created_timestamp": "2026-01-01T00:00:00Z", "updated_timestamp": "2026-02-01T00:00:00Z",
         "cve": {"id": "CVE-2026-1", "severity": "HIGH"}}
        """
                .formatted(id);
    }

    private static void assertFault(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    private static List<SliceState> together(Callable<SliceState> one, Callable<SliceState> other)
            throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<SliceState>>();
            for (var call : List.of(one, other)) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return call.call();
                        }));
            }
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
