package io.penstock.vendor.crowdstrike;

import io.penstock.source.PlannedSlice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/**
 * Joins counted pieces to slices of whole pages: one to three slices for each thread, so that all
 * of them end at about the same time and none is read for a few records of another page.
 */
final class SlicePacking {

    private static final int SLICES_PER_THREAD_MAX = 3;
    private static final int SIZES_TRIED_MAX = 200;

    /** What a slice costs beside its pages: a count at its end. */
    private static final double COUNT_IN_PAGES = 0.15;

    private final SliceSize size;
    private final int threads;

    SlicePacking(SliceSize size, int threads) {
        this.size = size;
        this.threads = Math.max(1, threads);
    }

    /** The slices; the first one's lower and the last one's upper bound are open. */
    List<PlannedSlice> slices(List<Segment> pieces) {
        var packed =
                capacities(pieces)
                        .mapToObj(capacity -> packed(pieces, capacity))
                        .min(Comparator.comparingDouble(this::cost))
                        .orElseThrow();
        var slices = new ArrayList<PlannedSlice>();
        for (int i = 0; i < packed.size(); i++) {
            var slice = packed.get(i);
            slices.add(
                    new PlannedSlice(
                            i == 0 ? "" : slice.lower().text(),
                            i == packed.size() - 1 ? "" : slice.upper().text(),
                            slice.count()));
        }
        return slices;
    }

    /** Numbers of records a slice may hold: whole pages. */
    private LongStream capacities(List<Segment> pieces) {
        var pages = Math.ceilDiv(total(pieces), size.page());
        var least = Math.max(1, pages / ((long) threads * SLICES_PER_THREAD_MAX));
        var most = Math.ceilDiv(pages, threads) + 1;
        var step = Math.max(1, (most - least) / SIZES_TRIED_MAX);
        return LongStream.iterate(least, p -> p <= most, p -> p + step)
                .map(p -> Math.min(p * size.page(), size.most()))
                .distinct();
    }

    private static long total(List<Segment> pieces) {
        return pieces.stream().mapToLong(Segment::count).sum();
    }

    /** The fewest slices of that capacity, then as many of about equal content. */
    private static List<Segment> packed(List<Segment> pieces, long capacity) {
        var fewest = packed(pieces, capacity, capacity);
        var even = packed(pieces, capacity, Math.ceilDiv(total(pieces), fewest.size()));
        return even.size() <= fewest.size() ? even : fewest;
    }

    private static List<Segment> packed(List<Segment> pieces, long capacity, long enough) {
        var slices = new ArrayList<Segment>();
        var open = pieces.getFirst();
        for (var piece : pieces.subList(1, pieces.size())) {
            var full = open.count() + piece.count() > capacity || open.count() >= enough;
            if (open.joins(piece) && (!full || piece.count() == 0)) {
                open = open.with(piece);
            } else {
                slices.add(open);
                open = piece;
            }
        }
        slices.add(open);
        return slices;
    }

    /** How long reading takes, in pages, when every thread that is done takes the next slice. */
    private double cost(List<Segment> slices) {
        var ends = new PriorityQueue<Double>();
        var longest = 0.0;
        for (var slice : slices) {
            var start = ends.size() < threads ? 0.0 : ends.remove();
            var pages = Math.max(1, Math.ceilDiv(slice.count(), size.page()));
            var end = start + pages + COUNT_IN_PAGES;
            ends.add(end);
            longest = Math.max(longest, end);
        }
        return longest;
    }
}
