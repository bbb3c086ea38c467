package io.penstock.vendor.crowdstrike.simulation.gate;

/** Counts calls of the last 60 seconds against a limit. Safe from any thread. */
final class SlidingWindow {

    private static final long WINDOW_MILLIS = 60_000;

    // When each counted call was made, oldest first, as a ring.
    private final long[] calls;
    private int first;
    private int size;

    SlidingWindow(int limit) {
        this.calls = new long[limit];
    }

    int limit() {
        return calls.length;
    }

    /** Counts a call if there is room for it. */
    synchronized Allowance take(long nowMillis) {
        while (size > 0 && calls[first] <= nowMillis - WINDOW_MILLIS) {
            first = (first + 1) % calls.length;
            size--;
        }
        if (size == calls.length) {
            long free = calls[first] + WINDOW_MILLIS;
            return new Allowance(calls.length, 0, Math.ceilDiv(free, 1000L));
        }
        calls[(first + size) % calls.length] = nowMillis;
        size++;
        return new Allowance(calls.length, calls.length - size, Allowance.ALLOWED);
    }
}
