package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.RequiredSettings;
import io.penstock.engine.config.Schedule;
import io.penstock.wire.Orders.RunOrder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** The engine's days, with a clock that only naps and runs move. */
class ShiftTest {

    private static final Instant BEGIN = Instant.parse("2026-03-28T23:59:30.250Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final List<Instant> began = new ArrayList<>();
    private final List<String> triggers = new ArrayList<>();
    private final Deque<Waiting.End> ends = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom(7);
    private Instant now = BEGIN;
    private boolean running;
    private int overlaps;

    static Schedule schedule(String cron, String zone) {
        var values = RequiredSettings.environment();
        values.put("service.cron-expression", cron);
        values.put("service.cron-zone", zone);
        return EngineConfig.read(values).work().schedule().orElseThrow();
    }

    /** Waits for real, on the stepped clock, until the month is over. */
    private final class Stepped implements Shift.Work {

        private final Duration runMax;

        Stepped(Duration runMax) {
            this.runMax = runMax;
        }

        @Override
        public ExitCode run(String trigger, boolean full) {
            overlaps += running ? 1 : 0;
            running = true;
            began.add(now);
            now = now.plusMillis(random.nextLong(1, runMax.toMillis()));
            running = false;
            return ExitCode.COMPLETE;
        }

        @Override
        public Waiting.End await(Instant moment) {
            return new Waiting(() -> now, this::nap).until(moment, Optional::empty);
        }

        private boolean nap(Duration time) {
            now = now.plus(time);
            return now.isAfter(BEGIN.plus(MONTH));
        }
    }

    @Test
    void runsEveryMinuteOfThirtyDaysWithoutDrift() {
        new Shift(() -> now, new Stepped(Duration.ofSeconds(59)), false)
                .byThe(schedule("0 * * * * *", "Europe/Berlin"));
        assertThat(began).hasSize((int) MONTH.toMinutes());
        assertThat(overlaps).isZero();
        for (var i = 0; i < began.size(); i++) {
            var minute = BEGIN.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(i + 1L));
            assertThat(Duration.between(minute, began.get(i)))
                    .isBetween(Duration.ZERO, Duration.ofMillis(1));
        }
    }

    @Test
    void leavesOutTheMomentsThatPassDuringALongRun() {
        new Shift(() -> now, new Stepped(Duration.ofMinutes(7)), false)
                .byThe(schedule("0 * * * * *", "UTC"));
        assertThat(overlaps).isZero();
        assertThat(began).hasSizeBetween((int) MONTH.toMinutes() / 8, (int) MONTH.toMinutes() / 3);
        assertThat(began)
                .allSatisfy(start ->
                        assertThat(start.getEpochSecond() % Duration.ofMinutes(1).toSeconds())
                                .isZero());
    }

    @Test
    void runsAtTheHourOfItsZoneAcrossTheChangeToSummerTime() {
        new Shift(() -> now, new Stepped(Duration.ofMinutes(7)), false)
                .byThe(schedule("0 15 03 * * *", "Europe/Berlin"));
        assertThat(began).hasSize(30);
        assertThat(began.getFirst()).isBetween("2026-03-29T01:15:00Z", "2026-03-29T01:15:00.001Z");
        assertThat(began.getLast()).isBetween("2026-04-27T01:15:00Z", "2026-04-27T01:15:00.001Z");
    }

    @Test
    void staysForOrdersAfterItsRunAndEndsWithTheLastResult() {
        ends.add(new Waiting.End.Moment());
        ends.add(new Waiting.End.Ordered(new RunOrder(UUID.randomUUID(), true)));
        ends.add(new Waiting.End.Stopped());
        var work =
                new Shift.Work() {
                    @Override
                    public ExitCode run(String trigger, boolean full) {
                        triggers.add(trigger + " " + full);
                        return triggers.size() == 1 ? ExitCode.FAILED : ExitCode.COMPLETE;
                    }

                    @Override
                    public Waiting.End await(Instant moment) {
                        return ends.removeFirst();
                    }
                };
        assertThat(new Shift(() -> now, work, false).staying()).isEqualTo(ExitCode.COMPLETE);
        assertThat(triggers).containsExactly("on-demand false", "order true");
    }
}
