package io.penstock.engine.run;

import io.penstock.engine.config.Schedule;
import io.penstock.wire.Orders.RunOrder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The engine's days: runs at the moments of a schedule or when somebody asks, one after the other,
 * and waits in between (S-141, S-142, S-151, B-17). A moment that passes while a run goes on is
 * left out.
 */
final class Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

    private static final int MOMENTS_SHOWN = 5;

    /** Without a schedule a new desk opens this often, in case the old one was refused. */
    private static final Duration DESK_LIFE = Duration.ofMinutes(5);

    /** What happens in a shift. */
    interface Work {

        /**
         * One run from begin to end.
         *
         * @param trigger why
         * @param full whether this run is to read everything
         */
        ExitCode run(String trigger, boolean full);

        /** Waits until the moment. */
        Waiting.End await(Instant moment);
    }

    private final InstantSource clock;
    private final Work work;
    private final boolean full;

    /**
     * @param full whether every run is to read everything
     */
    Shift(InstantSource clock, Work work, boolean full) {
        this.clock = clock;
        this.work = work;
        this.full = full;
    }

    /** Runs at the schedule's moments until the engine is to stop. */
    ExitCode byThe(Schedule schedule) {
        LOG.info(
                "Runs start by '{}' in {}: next {}.",
                schedule,
                schedule.zone(),
                schedule.next(clock.instant(), MOMENTS_SHOWN));
        while (true) {
            var next = schedule.after(clock.instant());
            if (next.isEmpty()) {
                LOG.error("The schedule '{}' has no further moment.", schedule);
                return ExitCode.CONFIGURATION;
            }
            var end = work.await(next.get().toInstant());
            var began = clock.instant();
            var result = follow(end, Optional.of("cron"));
            if (end instanceof Waiting.End.Stopped) {
                return ExitCode.COMPLETE;
            }
            LOG.info("The run ended with {}; {}", result, outlook(schedule, began));
        }
    }

    private String outlook(Schedule schedule, Instant began) {
        var now = clock.instant();
        var missed = schedule.after(began).filter(moment -> !moment.toInstant().isAfter(now));
        return "next "
                + schedule.next(now, 1)
                + (missed.isPresent() ? "; moments that passed meanwhile are left out." : ".");
    }

    /** Runs once, then stays for orders until the engine is to stop. */
    ExitCode staying() {
        var result = work.run("on-demand", full);
        LOG.info("The run ended with {}; the engine stays up and waits for orders.", result);
        while (true) {
            var end = work.await(clock.instant().plus(DESK_LIFE));
            if (end instanceof Waiting.End.Stopped) {
                return result;
            }
            if (end instanceof Waiting.End.Ordered) {
                result = follow(end, Optional.empty());
                LOG.info("The ordered run ended with {}.", result);
            }
        }
    }

    private ExitCode follow(Waiting.End end, Optional<String> atMoment) {
        return switch (end) {
            case Waiting.End.Stopped _ -> ExitCode.COMPLETE;
            case Waiting.End.Moment _ ->
                    atMoment.map(t -> work.run(t, full)).orElse(ExitCode.COMPLETE);
            case Waiting.End.Ordered(RunOrder order) -> work.run("order", full || order.full());
        };
    }
}
