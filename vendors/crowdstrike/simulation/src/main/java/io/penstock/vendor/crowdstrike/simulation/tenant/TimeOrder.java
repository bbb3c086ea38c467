package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

/**
 * All findings by a time that does not follow their numbers. Keeps eight bytes per finding, the
 * seconds since the history's start and the number; findings without that time come first. Making
 * it looks at each finding once, sorts, and looks again at those that share their second.
 */
public final class TimeOrder implements FindingOrder {

    /** The times there is such an order for. */
    public enum By {
        UPDATE,
        CLOSING
    }

    private final By by;
    private final long start;
    private final long[] keys;

    TimeOrder(Tenant tenant, By by) {
        this.by = by;
        this.start = tenant.index().calendar().start();
        this.keys = new long[tenant.findings()];
        Finding finding = tenant.finding();
        for (int number = 0; number < keys.length; number++) {
            keys[number] = seconds(time(finding.at(number))) << 32 | number;
        }
        Arrays.sort(keys);
        orderEqualTimesById(finding);
    }

    /** Seconds since the start, counted from 1; 0 for no time. */
    private long seconds(long time) {
        return time == Finding.NEVER ? 0 : Math.clamp(time - start + 1, 0, Integer.MAX_VALUE);
    }

    private void orderEqualTimesById(Finding finding) {
        int from = 0;
        while (from < keys.length) {
            int to = from + 1;
            while (to < keys.length && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            if (to - from > 1) {
                orderById(from, to, finding);
            }
            from = to;
        }
    }

    /** Sorts a range by sensor and suffix, which is the order of the ids. */
    private void orderById(int from, int to, Finding finding) {
        IdKey[] run = new IdKey[to - from];
        for (int i = from; i < to; i++) {
            finding.at((int) keys[i]);
            run[i - from] = new IdKey(finding.sensor(), finding.suffixOrder(), keys[i], finding);
        }
        Arrays.sort(run);
        for (int i = from; i < to; i++) {
            keys[i] = run[i - from].key;
        }
    }

    private record IdKey(int sensor, long suffix, long key, Finding view)
            implements Comparable<IdKey> {
        @Override
        public int compareTo(IdKey other) {
            int order = Integer.compare(sensor, other.sensor);
            if (order == 0) {
                order = Long.compare(suffix, other.suffix);
            }
            // Two in four thousand million share the first digits of their suffix.
            return order != 0 || key == other.key
                    ? order
                    : view.at((int) key).id().compareTo(view.at((int) other.key).id());
        }
    }

    @Override
    public int at(int place) {
        return (int) keys[place];
    }

    @Override
    public int firstAt(long time) {
        // Findings without the time stand at 0, before the first second of the history.
        long wanted = time <= 0 ? 0 : Math.max(1, seconds(time)) << 32;
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] >>> 32 << 32 < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long time(Finding finding) {
        return by == By.UPDATE ? finding.updated() : finding.closed();
    }

    long bytes() {
        return 8L * keys.length;
    }
}
