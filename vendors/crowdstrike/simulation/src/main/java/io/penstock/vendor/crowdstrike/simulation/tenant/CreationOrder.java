package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

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

    CreationOrder(FindingIndex index, Overlay overlay, Finding one, Finding other) {
        this.index = index;
        this.overlay = overlay;
        this.extras = sorted(index.size(), overlay, new IdOrder(one, other));
        this.places = new int[extras.length];
        for (int i = 0; i < extras.length; i++) {
            places[i] = i + overlay.removed().left(overlay.extras().before(extras[i]));
        }
    }

    private static int[] sorted(int firstNumber, Overlay overlay, IdOrder ids) {
        Extras extras = overlay.extras();
        long[] keys = new long[extras.size()];
        int size = 0;
        for (int extra = 0; extra < keys.length; extra++) {
            if (!overlay.removed().extra(extra)) {
                keys[size++] = (long) extras.before(extra) << 32 | extra;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] sorted = new int[size];
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            Arrays.stream(keys, from, to)
                    .mapToObj(key -> (int) key)
                    .sorted((a, b) -> {
                        int order = Long.compare(extras.created(a), extras.created(b));
                        return order != 0 ? order : ids.compare(firstNumber + a, firstNumber + b);
                    })
                    .mapToInt(Integer::intValue)
                    .forEach(new Filling(sorted, from)::add);
            from = to;
        }
        return sorted;
    }

    private static final class Filling {
        private final int[] filled;
        private int at;

        Filling(int[] filled, int at) {
            this.filled = filled;
            this.at = at;
        }

        void add(int value) {
            filled[at++] = value;
        }
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
