package io.penstock.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.engine.read.NumberSession.Shape;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.retry.Side;
import io.penstock.source.ReadWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

@Timeout(60)
@ExtendWith(Quiet.class)
class ReadJobTest {

    private static final RetryLimits QUICK =
            new RetryLimits(
                    Duration.ofNanos(1_000),
                    Duration.ofMillis(1),
                    3,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));
    private static final long PLENTY = 1_000_000_000;

    private final SliceBook book = new SliceBook();

    static List<StreamToRead> streams(SliceBook book, String... names) {
        return Arrays.stream(names)
                .map(name ->
                        new StreamToRead(
                                new StreamName(name),
                                ReadWindow.full(Instant.EPOCH),
                                book.states(name)))
                .toList();
    }

    private ReadCounts read(NumberSession session, int threads) {
        return read(session, threads, PLENTY);
    }

    private ReadCounts read(NumberSession session, int threads, long bytes) {
        return new ReadJob(session, book, new ReadLimits(threads, bytes, QUICK), new RunControl())
                .read(streams(book, "numbers"));
    }

    private CallFailed failure(NumberSession session, int threads) {
        return catchThrowableOfType(CallFailed.class, () -> read(session, threads));
    }

    private void assertEverythingOnce(int records) {
        assertThat(book.records("numbers"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, records).mapToObj(i -> "numbers-" + i).toList());
        assertThat(book.entries("numbers")).allMatch(e -> e.sealed && e.closed);
    }

    @Test
    void readsMoreSlicesThanThreadsNeverMoreThanThreadsAtOnce() {
        var session = new NumberSession(new Shape(5_000, 7, 40, false));
        var counts = read(session, 4);
        assertEverythingOnce(5_000);
        assertThat(session.readingMax.get()).isBetween(1, 4);
        assertThat(counts.records()).isEqualTo(5_000);
        assertThat(counts.slices()).isEqualTo(40);
        assertThat(counts.splits()).isZero();
    }

    @Test
    void readsAsManySlicesAtOnceAsThereAreThreads() {
        var session = new NumberSession(new Shape(600, 10, 6, false));
        var together = new Phaser(6);
        var first = new AtomicInteger();
        session.trouble =
                call -> {
                    // The first page of each slice is answered when all six were asked for.
                    if (call.startsWith("read") && first.incrementAndGet() <= 6) {
                        together.arriveAndAwaitAdvance();
                    }
                };
        read(session, 6);
        assertThat(session.readingMax).hasValue(6);
        assertEverythingOnce(600);
    }

    @Test
    void readsTheLargestSliceFirst() {
        var session = new NumberSession(new Shape(1_000, 1_000, 5, false));
        read(session, 1);
        assertThat(session.calls.stream().filter(c -> c.startsWith("read")).toList())
                .extracting(c -> c.substring(0, "read numbers/4".length()))
                .containsExactly(
                        "read numbers/4",
                        "read numbers/3",
                        "read numbers/2",
                        "read numbers/1",
                        "read numbers/0");
    }

    @Test
    void cutsWhatIsBeingReadForIdleThreads() {
        var session = new NumberSession(new Shape(10_000, 10, 1, true));
        session.trouble =
                call -> {
                    // The vendor takes its time until all threads have something to read.
                    if (call.startsWith("read") && session.readingMax.get() < 8) {
                        LockSupport.parkNanos(200_000);
                    }
                };
        var counts = read(session, 8);
        assertEverythingOnce(10_000);
        assertThat(session.readingMax).hasValue(8);
        assertThat(counts.splits()).isGreaterThanOrEqualTo(7);
        assertThat(counts.slices()).isEqualTo(counts.splits() + 1);
    }

    @Test
    void asksASliceThatIsNotWorthCuttingOnlyOnce() {
        var session = new NumberSession(new Shape(2_000, 10, 2, false));
        read(session, 16);
        assertEverythingOnce(2_000);
        var asked = session.calls.stream().filter(c -> c.startsWith("split")).toList();
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithAnUncutSliceWhenThePlatformRefusesTheCut() {
        book.trouble =
                call -> {
                    if (call.startsWith("before split")) {
                        throw Trouble.fault(FaultKind.NOT_FOUND, "PATH_UNKNOWN");
                    }
                };
        var counts = read(new NumberSession(new Shape(2_000, 10, 1, true)), 8);
        assertEverythingOnce(2_000);
        assertThat(counts.splits()).isZero();
    }

    @Test
    void makesOneSliceOfACutWhoseAnswerIsLost() {
        var lost = new AtomicInteger();
        book.trouble =
                call -> {
                    if (call.startsWith("after split") && lost.incrementAndGet() % 2 == 1) {
                        throw Trouble.fault(FaultKind.UNAVAILABLE, "ANSWER_LOST");
                    }
                };
        var session = new NumberSession(new Shape(3_000, 10, 1, true));
        session.trouble = _ -> LockSupport.parkNanos(50_000);
        var counts = read(session, 4);
        assertEverythingOnce(3_000);
        assertThat(counts.splits()).isPositive();
        assertThat(book.entries("numbers")).hasSize((int) counts.splits() + 1);
        assertThat(lost.get()).isEqualTo(2 * (int) counts.splits());
    }

    @Test
    void readsASliceOnceMoreWhenRecordsWereMissing() {
        var counting = new AtomicInteger();
        var session = new NumberSession(new Shape(300, 10, 3, false));
        session.totalOff = call -> call.endsWith("/1") && counting.getAndIncrement() == 0 ? 1 : 0;
        var counts = read(session, 2);
        assertEverythingOnce(300);
        assertThat(counts.secondReads()).isEqualTo(1);
        assertThat(book.entries("numbers").get(1).attempt).isEqualTo(1);
        assertThat(counts.records()).isGreaterThan(300);
    }

    @Test
    void leavesASliceThatStaysIncompleteAndReadsTheOthers() {
        var session = new NumberSession(new Shape(300, 10, 3, false));
        session.totalOff = call -> call.endsWith("/1") ? 1 : 0;
        read(session, 2);
        assertThat(book.entries("numbers"))
                .extracting(e -> e.sealed)
                .containsExactly(true, false, true);
        assertThat(book.entries("numbers").get(1).closed).isTrue();
    }

    @Test
    void givesUpASliceThatStaysUnreadableAfterFiveTriesOfAPage() {
        var session = new NumberSession(new Shape(300, 10, 3, false));
        session.trouble =
                call -> {
                    if (call.startsWith("read numbers/2 at 200")) {
                        throw Trouble.fault(FaultKind.MALFORMED, "BODY_BROKEN");
                    }
                };
        var patient =
                new RetryLimits(
                        Duration.ofNanos(1_000),
                        Duration.ofMillis(1),
                        20,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20));
        var counts =
                new ReadJob(session, book, new ReadLimits(2, PLENTY, patient), new RunControl())
                        .read(streams(book, "numbers"));
        var poor = book.entries("numbers").get(2);
        assertThat(poor.sealed).isFalse();
        assertThat(poor.ends)
                .hasSize(2)
                .allMatch(end ->
                        end.vendorTotal() == -1
                                && end.fault().equals("The fault BODY_BROKEN was scripted."));
        assertThat(session.calls.stream().filter(c -> c.equals("read numbers/2 at 200")))
                .hasSize(10);
        assertThat(counts.givenUp()).isEqualTo(2);
        assertThat(book.entries("numbers").subList(0, 2)).allMatch(e -> e.sealed);
    }

    @Test
    void givesUpAPageThatFailsWhileTheVendorStillCounts() {
        var session = new NumberSession(new Shape(300, 10, 3, false));
        session.trouble =
                call -> {
                    if (call.startsWith("read numbers/2 at 200")) {
                        throw Trouble.fault(FaultKind.UNAVAILABLE, "SERVER_FAULT");
                    }
                };
        read(session, 1);
        assertThat(book.entries("numbers"))
                .extracting(e -> e.sealed)
                .containsExactly(true, true, false);
    }

    @Test
    void endsTheRunWhenTheVendorAnswersNothing() {
        var session = new NumberSession(new Shape(3_000, 10, 6, true));
        var calls = new AtomicInteger();
        session.trouble =
                call -> {
                    if (calls.incrementAndGet() > 40) {
                        throw Trouble.fault(FaultKind.UNAVAILABLE, "VENDOR_DOWN");
                    }
                };
        var failure = failure(session, 4);
        assertThat(failure.fault().code()).isEqualTo("VENDOR_DOWN");
        assertThat(failure.side()).isEqualTo(Side.VENDOR);
        assertThat(book.entries("numbers"))
                .allSatisfy(e -> assertThat(e.ends).allMatch(end -> end.fault().isEmpty()));
    }

    @Test
    void endsTheRunWhenTheVendorRefusesUsOrThePlatformFails() {
        for (var kind :
                List.of(
                        FaultKind.AUTHENTICATION,
                        FaultKind.PERMISSION,
                        FaultKind.CONFIGURATION,
                        FaultKind.INTERNAL)) {
            var session = new NumberSession(new Shape(3_000, 10, 6, false));
            session.trouble =
                    call -> {
                        if (call.startsWith("read numbers/3")) {
                            throw Trouble.fault(kind, "REFUSED_" + kind);
                        }
                    };
            assertThat(failure(session, 4).fault().code()).isEqualTo("REFUSED_" + kind);
        }
        book.trouble =
                call -> {
                    if (call.startsWith("after deliver numbers/2")) {
                        throw Trouble.fault(FaultKind.MALFORMED, "PROXY_PAGE");
                    }
                };
        assertThat(failure(new NumberSession(new Shape(3_000, 10, 6, false)), 4).side())
                .isEqualTo(Side.PLATFORM);
    }

    @Test
    void keepsBytesInFlightWithinTheBudgetHoweverSlowReceiptsAre() {
        var session = new NumberSession(new Shape(20_000, 100, 20, true));
        var waiting = new AtomicInteger();
        book.trouble =
                call -> {
                    if (call.startsWith("before deliver")) {
                        var turns = waiting.incrementAndGet() % 7 * 2_000;
                        for (int i = 0; i < turns; i++) {
                            Thread.onSpinWait();
                        }
                    }
                };
        // A page has about 1,300 bytes, so that about six fit.
        var counts = read(session, 16, 8_000);
        assertEverythingOnce(20_000);
        assertThat(counts.bytesInFlightPeak()).isBetween(2_600L, 8_000L);
    }

    @Test
    void readsPagesLargerThanTheWholeBudgetOneAtATime() {
        var session = new NumberSession(new Shape(2_000, 100, 5, false));
        var counts = read(session, 8, 50);
        assertEverythingOnce(2_000);
        assertThat(session.readingMax).hasValue(1);
        assertThat(counts.bytesInFlightPeak()).isLessThan(1_400);
    }

    @Test
    void stopsThoseWhoWaitForTheBudgetForACutOrForAReceipt() throws Exception {
        var session = new NumberSession(new Shape(20_000, 100, 2, false));
        var control = new RunControl();
        var stuck = new CountDownLatch(1);
        book.trouble =
                call -> {
                    if (call.startsWith("before deliver")) {
                        control.shutDown();
                        stuck.countDown();
                    }
                };
        var job = new ReadJob(session, book, new ReadLimits(16, 100, QUICK), control);
        var why =
                catchThrowableOfType(
                        FaultException.class, () -> job.read(streams(book, "numbers")));
        assertThat(why.fault().code()).isEqualTo(RunControl.STOPPING);
        assertThat(stuck.getCount()).isZero();
    }
}
