package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.record.Facet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Compressed records of the pages asked for last, so that a second pull costs the simulator next to
 * nothing. Bounded in bytes; the page unused for the longest time goes first.
 */
final class PackedRecords {

    private static final long BYTES_MAX = 128L << 20;

    private record Key(int count, int hash, int first, int last, long version, Set<Facet> facets) {}

    private record Entry(int[] numbers, byte[] packed) {}

    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * The packed records of a page.
     *
     * @param version another one for records that read differently
     */
    byte[] of(int[] numbers, long version, Set<Facet> facets, Supplier<byte[]> make) {
        Key key = key(numbers, version, facets);
        synchronized (entries) {
            Entry known = entries.get(key);
            if (known != null && Arrays.equals(known.numbers(), numbers)) {
                return known.packed();
            }
        }
        // Made without the lock: two threads may make the same page, and both are right.
        byte[] packed = make.get();
        keep(key, new Entry(numbers, packed));
        return packed;
    }

    private static Key key(int[] numbers, long version, Set<Facet> facets) {
        int last = numbers.length - 1;
        return new Key(
                numbers.length,
                Arrays.hashCode(numbers),
                last < 0 ? -1 : numbers[0],
                last < 0 ? -1 : numbers[last],
                version,
                Set.copyOf(facets));
    }

    private void keep(Key key, Entry entry) {
        synchronized (entries) {
            Entry replaced = entries.put(key, entry);
            bytes += size(entry) - (replaced == null ? 0 : size(replaced));
            var eldest = entries.entrySet().iterator();
            while (bytes > BYTES_MAX && eldest.hasNext()) {
                bytes -= size(eldest.next().getValue());
                eldest.remove();
            }
        }
    }

    private static long size(Entry entry) {
        return entry.packed().length + 4L * entry.numbers().length;
    }
}
