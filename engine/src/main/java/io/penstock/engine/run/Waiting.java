package io.penstock.engine.run;

import io.penstock.wire.Orders.RunOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for the moment of the next run. Meanwhile looks now and then for orders. */
final class Waiting {

    static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** What ended a wait. */
    sealed interface End {

        /** The moment has come. */
        record Moment() implements End {}

        /** The engine is to stop. */
        record Stopped() implements End {}

        /** Somebody asked for a run. */
        record Ordered(RunOrder order) implements End {}
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

    /**
     * Naps are short also so that a machine that slept or whose clock was set is noticed.
     *
     * @param look asks whether somebody wants a run; never throws
     */
    End until(Instant moment, Supplier<Optional<RunOrder>> look) {
        while (true) {
            var left = Duration.between(clock.instant(), moment);
            if (!left.isPositive()) {
                return nap.stoppedWithin(Duration.ZERO) ? new End.Stopped() : new End.Moment();
            }
            // One millisecond more, because the timer may wake up a little early.
            var time = left.compareTo(LOOK_EVERY) > 0 ? LOOK_EVERY : left.plusMillis(1);
            if (nap.stoppedWithin(time)) {
                return new End.Stopped();
            }
            if (clock.instant().isBefore(moment)) {
                var run = look.get();
                if (run.isPresent()) {
                    return new End.Ordered(run.get());
                }
            }
        }
    }
}
