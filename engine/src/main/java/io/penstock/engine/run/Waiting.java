package io.penstock.engine.run;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;

/**
 * Waits for the moment of the next run. Meanwhile looks every ten seconds whether the platform
 * wants something done.
 */
final class Waiting {

    static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** What ended the wait; an order that starts a run would be a third way. */
    enum End {
        MOMENT,
        STOPPED
    }

    /** How time passes. */
    @FunctionalInterface
    interface Nap {

        /** Lets time pass; true when the engine is to stop. */
        boolean stoppedWithin(Duration time);
    }

    private final InstantSource clock;
    private final Nap nap;

    Waiting(InstantSource clock, Nap nap) {
        this.clock = clock;
        this.nap = nap;
    }

    /** Naps are short also so that a machine that slept or whose clock was set is noticed. */
    End until(ZonedDateTime moment, OrderDesk desk) {
        while (true) {
            var left = Duration.between(clock.instant(), moment);
            if (!left.isPositive()) {
                return nap.stoppedWithin(Duration.ZERO) ? End.STOPPED : End.MOMENT;
            }
            // One millisecond more, because the timer may wake up a little early.
            var time = left.compareTo(LOOK_EVERY) > 0 ? LOOK_EVERY : left.plusMillis(1);
            if (nap.stoppedWithin(time)) {
                return End.STOPPED;
            }
            if (clock.instant().isBefore(moment.toInstant())) {
                desk.look();
            }
        }
    }
}
