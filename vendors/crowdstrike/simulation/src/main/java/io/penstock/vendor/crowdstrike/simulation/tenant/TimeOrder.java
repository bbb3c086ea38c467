package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All findings by a time that does not follow their numbers. Keeps eight bytes per finding, the
 * seconds since the history's start and the number; findings without that time come first. Making
 * it looks at each finding once, sorts, and looks again at those that share their second; when the
 * tenant moves on, the next one is merged out of the one before and what has changed.
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

    /** Makes it from nothing. */
    TimeOrder(Tenant tenant, By by) {
        this.by = by;
        this.start = tenant.index().calendar().start();
        FindingOrder all = tenant.byCreation();
        this.keys = new long[all.size()];
        Finding finding = tenant.finding();
        for (int place = 0; place < keys.length; place++) {
            keys[place] = key(finding.at(all.at(place)));
        }
        sort(keys, tenant);
    }

    /**
     * Makes it out of the one before.
     *
     * @param touched numbers of findings that have changed, have come or are gone, ascending
     */
    TimeOrder(Tenant tenant, TimeOrder before, int[] touched) {
        this.by = before.by;
        this.start = before.start;
        Finding finding = tenant.finding();
        long[] newer =
                Arrays.stream(touched)
                        .filter(tenant::has)
                        .mapToLong(number -> key(finding.at(number)))
                        .toArray();
        sort(newer, tenant);
        BitSet moved = new BitSet();
        Arrays.stream(touched).forEach(moved::set);
        long[] older = new long[before.keys.length];
        int size = 0;
        for (long key : before.keys) {
            if (!moved.get((int) key)) {
                older[size++] = key;
            }
        }
        this.keys =
                merged(Arrays.copyOf(older, size), newer, new IdOrder(finding, tenant.finding()));
    }

    private long key(Finding finding) {
        return seconds(time(finding)) << 32 | finding.number();
    }

    /** Seconds since the start, counted from 1; 0 for no time. */
    private long seconds(long time) {
        return time == Finding.NEVER ? 0 : Math.clamp(time - start + 1, 0, Integer.MAX_VALUE);
    }

    private static void sort(long[] keys, Tenant tenant) {
        Arrays.sort(keys);
        Finding finding = tenant.finding();
        int from = 0;
        while (from < keys.length) {
            int to = from + 1;
            while (to < keys.length && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            if (to - from > 1) {
                sortById(keys, from, to, finding);
            }
            from = to;
        }
    }

    private static void sortById(long[] keys, int from, int to, Finding finding) {
        IdKey[] run = new IdKey[to - from];
        for (int i = from; i < to; i++) {
            finding.at((int) keys[i]);
            run[i - from] =
                    new IdKey(
                            finding.aidOrder(),
                            finding.sensor(),
                            finding.suffixOrder(),
                            keys[i],
                            finding);
        }
        Arrays.sort(run);
        for (int i = from; i < to; i++) {
            keys[i] = run[i - from].key;
        }
    }

    private record IdKey(long aid, int sensor, long suffix, long key, Finding view)
            implements Comparable<IdKey> {
        @Override
        public int compareTo(IdKey other) {
            int order = Long.compare(aid, other.aid);
            if (order == 0 && sensor == other.sensor) {
                order = Long.compare(suffix, other.suffix);
            }
            // Two in four thousand million share their first digits.
            return order != 0 || key == other.key
                    ? order
                    : view.at((int) key).id().compareTo(view.at((int) other.key).id());
        }
    }

    private static long[] merged(long[] older, long[] newer, IdOrder ids) {
        long[] all = new long[older.length + newer.length];
        int old = 0;
        int at = 0;
        for (long key : newer) {
            while (old < older.length && before(older[old], key, ids)) {
                all[at++] = older[old++];
            }
            all[at++] = key;
        }
        System.arraycopy(older, old, all, at, older.length - old);
        return all;
    }

    private static boolean before(long key, long other, IdOrder ids) {
        int order = Long.compare(key >>> 32, other >>> 32);
        return order == 0 ? ids.compare((int) key, (int) other) < 0 : order < 0;
    }

    @Override
    public String name() {
        return by.name();
    }

    @Override
    public int size() {
        return keys.length;
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
