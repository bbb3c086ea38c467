package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Thirty days of a cron expression for every minute, with runs of all lengths, on a clock that only
 * naps and runs move. Each month has a night in which its zone's clocks are set.
 */
class CronMonthTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Span> runs = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(30);
    private Instant now = Instant.EPOCH;

    /** From when to when something ran. */
    private record Span(Instant start, Instant end) {}

    /** Waits as the engine does, until the month is over. */
    private final class Month implements Shift.Work {

        private final Instant over;

        Month(Instant over) {
            this.over = over;
        }

        @Override
        public ExitCode run(String trigger, boolean full) {
            var start = now;
            now = now.plusMillis(runMillis());
            runs.add(new Span(start, now));
            return ExitCode.COMPLETE;
        }

        /** Mostly short; one in ten takes up to five minutes, one in fifty ends with the minute. */
        private long runMillis() {
            return switch (random.nextInt(50)) {
                case 0 -> MINUTE.toMillis();
                case 1, 2, 3, 4, 5 -> random.nextLong(1, MINUTE.multipliedBy(5).toMillis());
                default -> random.nextLong(1, Duration.ofSeconds(55).toMillis());
            };
        }

        @Override
        public Waiting.End await(Instant moment) {
            return new Waiting(() -> now, this::nap).until(moment, Optional::empty);
        }

        private boolean nap(Duration time) {
            now = now.plus(time);
            return now.isAfter(over);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-14T22:59:30.250Z", "2026-10-10T22:59:30.250Z"})
    void startsAtEachFullMinuteUnlessARunGoesOn(String begin) {
        now = Instant.parse(begin);
        var first = now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
        new Shift(() -> now, new Month(now.plus(MONTH)), false)
                .byThe(ShiftTest.schedule("0 * * * * *", "Europe/Berlin"));
        var due = first;
        var leftOut = 0;
        for (var run : runs) {
            assertThat(run.start()).isBetween(due, due.plusMillis(1));
            var next = run.end().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
            leftOut += Math.toIntExact(Duration.between(due, next).toMinutes()) - 1;
            due = next;
        }
        assertThat(runs.size() + leftOut).isEqualTo((int) Duration.between(first, due).toMinutes());
        assertThat(runs.size() + leftOut).isBetween(43_200, 43_206);
        assertThat(leftOut).isBetween(5_000, 20_000);
        assertThat(overlaps()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // At 02:00 the clocks go on to 03:00: there is no 02:30.
        "2026-03-14T22:59:30Z, 2026-03-28T01:30:00Z, 2026-03-30T00:30:00Z, 29",
        // At 03:00 the clocks go back to 02:00: 02:30 comes twice.
        "2026-10-10T21:59:30Z, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, 31"
    })
    void followsTheClocksOfItsZone(Instant begin, Instant before, Instant next, int starts) {
        now = begin;
        new Shift(() -> now, new Month(now.plus(MONTH)), false)
                .byThe(ShiftTest.schedule("0 30 02 * * *", "Europe/Berlin"));
        var began = runs.stream().map(r -> r.start().truncatedTo(ChronoUnit.SECONDS)).toList();
        assertThat(began).hasSize(starts).containsSubsequence(before, next).doesNotHaveDuplicates();
        assertThat(began.indexOf(next)).isEqualTo(began.indexOf(before) + 1);
    }

    private long overlaps() {
        var count = 0L;
        for (var i = 1; i < runs.size(); i++) {
            count += runs.get(i).start().isBefore(runs.get(i - 1).end()) ? 1 : 0;
        }
        return count;
    }
}
