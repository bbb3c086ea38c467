package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys that can be counted; remembers how many counts were asked, and how many at once. */
final class CountedKeys implements RangeCounts {

    final List<KeyBound> keys = new ArrayList<>();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();

    CountedKeys add(Instant second, int times) {
        for (int i = 0; i < times; i++) {
            // Endings as hexadecimal ids have them.
            var text = "%03x".formatted(Math.floorMod(i * 2_654_435_761L, 4096));
            keys.add(new KeyBound(second, IdKey.parse(text)));
        }
        return this;
    }

    CountedKeys sorted() {
        keys.sort(null);
        return this;
    }

    @Override
    public long count(Slice range, ReadWindow window) {
        return edge(range, window, Side.FIRST).total();
    }

    @Override
    public RangeEdge edge(Slice range, ReadWindow window, Side side) {
        calls.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            var from = place(range.lower(), 0);
            var to = place(range.upper(), keys.size());
            var at = side == Side.FIRST ? from : to - 1;
            return new RangeEdge(
                    Math.max(0, to - from), from < to ? keys.get(at).second().toString() : "");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    int held(PlannedSlice slice) {
        return place(slice.upper(), keys.size()) - place(slice.lower(), 0);
    }

    /** The first place at or behind a bound. */
    private int place(String text, int open) {
        if (text.isEmpty()) {
            return open;
        }
        var bound = KeyBound.parse(text);
        int low = 0;
        int high = keys.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.get(middle).compareTo(bound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
