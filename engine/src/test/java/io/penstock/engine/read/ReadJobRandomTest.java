package io.penstock.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.engine.read.NumberSession.Shape;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.source.ReadWindow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Streams of random shapes under random faults. What happens at a call is told by the seed, the
 * call and how often it was made, so a schedule's faults do not depend on the threads' order.
 */
@Timeout(180)
@ExtendWith(Quiet.class)
class ReadJobRandomTest {

    private static final int SEEDS = 300;
    private static final RetryLimits QUICK =
            new RetryLimits(
                    Duration.ofNanos(1_000),
                    Duration.ofNanos(20_000),
                    30,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60));

    /** Faults of one schedule. */
    private record Schedule(long seed, Map<String, AtomicInteger> made, Set<String> counted) {

        Schedule(long seed) {
            this(seed, new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
        }

        /** A number from 0 to 99 for this call. */
        int dice(String call) {
            var times = made.computeIfAbsent(call, _ -> new AtomicInteger()).incrementAndGet();
            return new SplittableRandom(seed * 31 + call.hashCode() * 1_000_003L + times)
                    .nextInt(100);
        }

        void ofPlatform(String call) {
            if (dice(call) < 6) {
                throw Trouble.fault(FaultKind.UNAVAILABLE, "PLATFORM_DOWN");
            }
        }

        void ofVendor(String call) {
            var dice = dice(call);
            // A vendor takes a moment, and threads overlap in another way for each seed.
            LockSupport.parkNanos(dice * 1_000L);
            if (dice < 5) {
                throw Trouble.fault(FaultKind.UNAVAILABLE, "VENDOR_DOWN");
            }
            if (dice < 8) {
                throw Trouble.fault(FaultKind.MALFORMED, "BODY_BROKEN");
            }
        }

        /** One slice in ten is counted wrongly the first time. */
        long off(String call) {
            return counted.add(call) && dice("off " + call) < 10 ? 1 : 0;
        }
    }

    private static Shape shape(SplittableRandom random) {
        return new Shape(
                random.nextInt(1, 800),
                random.nextInt(1, 20),
                random.nextInt(1, 8),
                random.nextInt(4) > 0);
    }

    private static NumberSession session(Shape shape, Schedule schedule) {
        var session = new NumberSession(shape);
        session.trouble = schedule::ofVendor;
        session.totalOff = schedule::off;
        return session;
    }

    private static void run(
            SliceBook book, NumberSession session, SplittableRandom random, RunControl control) {
        var limits = new ReadLimits(random.nextInt(1, 17), random.nextInt(50, 5_000), QUICK);
        var stream =
                new StreamToRead(
                        new StreamName("numbers"),
                        ReadWindow.full(Instant.EPOCH),
                        book.states("numbers"));
        new ReadJob(session, book, limits, control).read(List.of(stream));
    }

    /** Every record in exactly one slice, each slice proved and within its bounds. */
    private static void assertTrue(String what, SliceBook book, int records) {
        assertThat(book.entries("numbers")).as(what).isNotEmpty().allMatch(e -> e.sealed);
        assertThat(book.records("numbers"))
                .as(what)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(
                        IntStream.range(0, records).mapToObj(i -> "numbers-" + i).toList());
        var distinct = book.entries("numbers").stream().mapToLong(e -> e.distinct).sum();
        assertThat(distinct).as(what).isEqualTo(records);
    }

    @Test
    void bringsEveryRecordIntoOneSealedSliceWhateverFails() {
        var splits = 0;
        var secondReads = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var schedule = new Schedule(seed);
            var shape = shape(random);
            var book = new SliceBook();
            book.trouble = schedule::ofPlatform;
            run(book, session(shape, schedule), random, new RunControl());
            assertTrue("seed " + seed + " " + shape, book, shape.records());
            splits += book.entries("numbers").size() - shape.slices();
            secondReads +=
                    (int) book.entries("numbers").stream().filter(e -> e.attempt > 0).count();
        }
        assertThat(splits).as("slices cut in all seeds").isGreaterThan(SEEDS);
        assertThat(secondReads).as("second reads in all seeds").isGreaterThan(SEEDS / 4);
    }

    @Test
    void goesOnWithCutSlicesAfterBeingStoppedAtAnyCall() {
        var stops = new HashSet<Long>();
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var schedule = new Schedule(seed);
            var shape = shape(random);
            var book = new SliceBook();
            for (int life = 0; life < 4; life++) {
                var control = new RunControl();
                var calls = new AtomicInteger(random.nextInt(1, 120));
                var last = life == 3;
                book.trouble =
                        call -> {
                            if (!last && calls.decrementAndGet() == 0) {
                                control.shutDown();
                            }
                            schedule.ofPlatform(call);
                        };
                try {
                    run(book, session(shape, schedule), random, control);
                } catch (FaultException e) {
                    assertThat(e.fault().code()).isEqualTo(RunControl.STOPPING);
                    stops.add(seed);
                }
            }
            assertTrue("seed " + seed + " " + shape, book, shape.records());
        }
        assertThat(stops).as("seeds in which an engine was stopped").hasSizeGreaterThan(SEEDS / 2);
    }
}
