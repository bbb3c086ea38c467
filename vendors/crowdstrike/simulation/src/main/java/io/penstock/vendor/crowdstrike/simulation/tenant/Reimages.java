package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Machines that were set up anew: each has a second sensor and a second asset beside those it had.
 * The second host and sensor have the first numbers that are free. Immutable.
 */
final class Reimages {

    static final Reimages NONE = new Reimages(new int[0], new long[0], Map.of());

    // By the order in which they happened: the host before, and when, in epoch seconds.
    private final int[] origins;
    private final long[] times;
    private final Map<Integer, Long> replaced;

    private Reimages(int[] origins, long[] times, Map<Integer, Long> replaced) {
        this.origins = origins;
        this.times = times;
        this.replaced = replaced;
    }

    int size() {
        return origins.length;
    }

    int origin(int index) {
        return origins[index];
    }

    long time(int index) {
        return times[index];
    }

    /** When a host's sensor was replaced, or the end of time. */
    long replaced(int host) {
        return replaced.getOrDefault(host, Long.MAX_VALUE);
    }

    /** These and more, as pairs of the host before and the time. */
    Reimages with(Map<Integer, Long> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        int[] moreOrigins = Arrays.copyOf(origins, origins.length + newer.size());
        long[] moreTimes = Arrays.copyOf(times, moreOrigins.length);
        int at = origins.length;
        for (Map.Entry<Integer, Long> entry : newer.entrySet()) {
            moreOrigins[at] = entry.getKey();
            moreTimes[at++] = entry.getValue();
        }
        Map<Integer, Long> all = new HashMap<>(replaced);
        all.putAll(newer);
        return new Reimages(moreOrigins, moreTimes, Map.copyOf(all));
    }
}
