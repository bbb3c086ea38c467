package io.penstock.platform.intake;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the workers of this process when there may be work; other processes look by themselves. */
@Component
public class PageArrivals {

    private static final int SIGNALS_MAX = 64;

    private final Semaphore signals = new Semaphore(0);

    /** Says that a page or a stage may be ready. */
    public void signal() {
        if (signals.availablePermits() < SIGNALS_MAX) {
            signals.release();
        }
    }

    /** Waits for a signal, at most this long; true when there was one. */
    public boolean await(Duration atMost) throws InterruptedException {
        return signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
