package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The order of creation: the first findings by their number, without those that are gone, and the
 * later ones put between them. Keeps eight bytes for each later one, so every place can be computed
 * in a few steps.
 */
final class CreationOrder implements FindingOrder {

    private final FindingIndex index;
    private final Overlay overlay;
    private final int[] extras;
    // The place of each of the extras, ascending.
    private final int[] places;

    CreationOrder(Tenant tenant) {
        this.index = tenant.index();
        this.overlay = tenant.overlay();
        this.extras = sorted(tenant);
        this.places = new int[extras.length];
        for (int i = 0; i < extras.length; i++) {
            places[i] = i + overlay.removed().left(overlay.extras().before(extras[i]));
        }
    }

    private static int[] sorted(Tenant tenant) {
        Extras extras = tenant.overlay().extras();
        Removed removed = tenant.overlay().removed();
        long[] keys =
                IntStream.range(0, extras.size())
                        .filter(extra -> !removed.extra(extra))
                        .mapToLong(extra -> (long) extras.before(extra) << 32 | extra)
                        .sorted()
                        .toArray();
        return settled(keys, exact(tenant));
    }

    /** Puts those that stand before the same one in their own order. */
    private static int[] settled(long[] keys, Comparator<Integer> exact) {
        int[] sorted = new int[keys.length];
        int from = 0;
        while (from < keys.length) {
            int to = from + 1;
            while (to < keys.length && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            int[] equal =
                    Arrays.stream(keys, from, to)
                            .mapToObj(key -> (int) key)
                            .sorted(exact)
                            .mapToInt(Integer::intValue)
                            .toArray();
            System.arraycopy(equal, 0, sorted, from, equal.length);
            from = to;
        }
        return sorted;
    }

    private static Comparator<Integer> exact(Tenant tenant) {
        Extras extras = tenant.overlay().extras();
        IdOrder ids = new IdOrder(tenant.finding(), tenant.finding());
        int first = tenant.index().size();
        return (a, b) -> {
            int order = Long.compare(extras.created(a), extras.created(b));
            return order != 0 ? order : ids.compare(first + a, first + b);
        };
    }

    @Override
    public String name() {
        return "CREATION";
    }

    @Override
    public int size() {
        return index.size() - overlay.removed().size() + extras.length;
    }

    @Override
    public int at(int place) {
        if (overlay.rows() == 0) {
            return place;
        }
        int found = Arrays.binarySearch(places, place);
        if (found >= 0) {
            return index.size() + extras[found];
        }
        return overlay.removed().leftAt(place - (-found - 1));
    }

    @Override
    public int firstAt(long time) {
        int first = index.firstAt(time, new Reports(index));
        return overlay.rows() == 0 ? first : overlay.removed().left(first) + extrasBefore(time);
    }

    private int extrasBefore(long time) {
        int low = 0;
        int high = extras.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (overlay.extras().created(extras[middle]) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long time(Finding finding) {
        return finding.created();
    }
}
