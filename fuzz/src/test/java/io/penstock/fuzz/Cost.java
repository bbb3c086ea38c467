package io.penstock.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What the work on one input may cost: memory in proportion to its length, and little time. Counted
 * for the thread alone, so that other work on the machine does not matter.
 */
public final class Cost {

    private static final long BYTES = 8L << 20;

    /** Many times what is needed: a record of a kilobyte takes some ten thousand bytes. */
    private static final long BYTES_A_BYTE = 4_000;

    private static final Duration TIME = Duration.ofSeconds(5);

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long bytes;
    private final Duration time;

    private Cost(long bytes, Duration time) {
        this.bytes = bytes;
        this.time = time;
    }

    /**
     * Does the work; twice if it costs too much, because the first time may also pay for loading
     * and changing classes.
     *
     * @throws AssertionError when it takes more memory or time than such an input may
     */
    public static void bounded(int length, Runnable work) {
        if (of(work).fits(length)) {
            return;
        }
        var again = of(work);
        if (!again.fits(length)) {
            throw new AssertionError(
                    "%,d bytes of memory and %s for an input of %,d bytes"
                            .formatted(again.bytes, again.time, length));
        }
    }

    private static Cost of(Runnable work) {
        var bytes = THREADS.getCurrentThreadAllocatedBytes();
        var time = THREADS.getCurrentThreadCpuTime();
        work.run();
        return new Cost(
                THREADS.getCurrentThreadAllocatedBytes() - bytes,
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time));
    }

    private boolean fits(int length) {
        return bytes <= BYTES + length * BYTES_A_BYTE && time.compareTo(TIME) <= 0;
    }
}
