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
     * The sizes of first pages are guessed, the collector needs room to move large arrays, and a
     * body of unknown length is copied once when it is whole: a quarter of the heap leaves enough.
     */
    private static final int HEAP_PARTS = 4;

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
