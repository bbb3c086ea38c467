package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Time and chance as a session sees them.
 *
 * @param chance from 0 inclusive to 1 exclusive; spreads what many threads would do at once
 */
record Timing(InstantSource clock, Pause pause, DoubleSupplier chance) {

    static Timing system(InstantSource clock) {
        return new Timing(clock, Thread::sleep, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Waits and does nothing else.
     *
     * @throws FaultException INTERNAL when the thread is interrupted because the engine stops
     */
    void sleep(Duration duration) {
        if (!duration.isPositive()) {
            return;
        }
        try {
            pause.sleep(duration);
        } catch (InterruptedException e) {
            throw stopping(e);
        }
    }

    /** What is thrown when a wait is interrupted; the thread stays marked as such. */
    static FaultException stopping(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new FaultException(
                Fault.of(FaultKind.INTERNAL, "ENGINE_STOPPING", "The engine is stopping."), cause);
    }

    /** A part of a duration between none and all of it. */
    Duration upTo(Duration most) {
        return Duration.ofMillis((long) (most.toMillis() * chance.getAsDouble()));
    }
}
