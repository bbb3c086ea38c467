package io.penstock.engine.read;

import io.penstock.engine.retry.RetryLimits;

/**
 * How much is read at once.
 *
 * @param threads slices read at once (S-134)
 * @param bytesInFlightMax pages being read or not yet receipted, in bytes as they travel
 */
public record ReadLimits(int threads, long bytesInFlightMax, RetryLimits retries) {

    /**
     * A page whose length was not announced is copied once when it is whole, so pages in flight may
     * take twice their size for a moment: a third of the heap leaves room for that and for the rest
     * of the engine.
     */
    private static final int HEAP_PARTS = 3;

    public ReadLimits {
        if (threads < 1 || bytesInFlightMax < 1) {
            throw new IllegalArgumentException(
                    threads + " threads and " + bytesInFlightMax + " bytes in flight");
        }
    }

    /** As much as this process's heap allows. */
    public static ReadLimits ofHeap(int threads, RetryLimits retries) {
        return new ReadLimits(threads, Runtime.getRuntime().maxMemory() / HEAP_PARTS, retries);
    }
}
