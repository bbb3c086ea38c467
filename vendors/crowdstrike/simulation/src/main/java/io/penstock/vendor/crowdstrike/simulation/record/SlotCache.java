package io.penstock.vendor.crowdstrike.simulation.record;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;

/**
 * A cache of fixed size in which each key has one place and the latest one stays. No locks: two
 * threads may make the same value, and both are equal.
 */
final class SlotCache<V> {

    private record Entry<V>(long key, V value) {}

    private final AtomicReferenceArray<Entry<V>> entries;
    private final LongFunction<V> maker;

    /**
     * Makes an empty cache.
     *
     * @param bits two to this power is the number of entries
     */
    SlotCache(int bits, LongFunction<V> maker) {
        this.entries = new AtomicReferenceArray<>(1 << bits);
        this.maker = maker;
    }

    V of(long key) {
        int place = (int) (key ^ key >>> 20) & (entries.length() - 1);
        Entry<V> entry = entries.get(place);
        if (entry == null || entry.key() != key) {
            entry = new Entry<>(key, maker.apply(key));
            entries.set(place, entry);
        }
        return entry.value();
    }
}
