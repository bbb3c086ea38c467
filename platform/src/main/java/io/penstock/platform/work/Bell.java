package io.penstock.platform.work;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Ends the rest of a worker of this process when there may be work; other processes look by
 * themselves. Any number of threads may ring and wait.
 */
public final class Bell {

    private static final int RINGS_MAX = 64;

    private final Semaphore rings = new Semaphore(0);

    /** Wakes one thread, or lets the next that would rest go on. */
    public void ring() {
        if (rings.availablePermits() < RINGS_MAX) {
            rings.release();
        }
    }

    /** Rings when the work can be seen: after the end of the transaction that brings it. */
    public void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring();
                    }
                });
    }

    /** Waits for a ring, at most this long; true when there was one. */
    public boolean await(Duration atMost) throws InterruptedException {
        return rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
