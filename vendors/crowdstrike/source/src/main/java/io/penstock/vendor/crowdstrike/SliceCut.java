package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SliceSplit;
import io.penstock.vendor.crowdstrike.RangeCounts.Side;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cuts the rest of a slice that is being read into halves, by a few counts. */
final class SliceCut {

    private static final int COUNTS_MAX = 6;

    /** A part of the rest that is good enough as a half. */
    private static final double HALF_FROM = 0.35;

    private static final double HALF_TO = 0.65;

    /** A part that is worth a thread when no better one was found. */
    private static final double PART_MIN = 0.1;

    private final RangeCounts counts;
    private final SliceSize size;

    SliceCut(RangeCounts counts, SliceSize size) {
        this.counts = counts;
        this.size = size;
    }

    /**
     * Where to cut.
     *
     * @param reached the key up to which the slice was read, if any of it was; the cut lies at
     *     least a second behind it
     */
    Optional<SliceSplit> of(Slice slice, ReadWindow window, Optional<Instant> reached) {
        if (slice.lower().contains("/") || slice.upper().contains("/")) {
            return Optional.empty();
        }
        var rest =
                reached.map(r -> KeyBound.at(r).nextSecond())
                        .map(r ->
                                new Slice(slice.stream(), slice.number(), r.text(), slice.upper()))
                        .orElse(slice);
        var last = counts.edge(rest, window, Side.LAST);
        if (last.total() < size.splitRest() || last.instant().isEmpty()) {
            return Optional.empty();
        }
        var lower = lower(rest, window);
        return lower.flatMap(from ->
                        middle(rest, window, from, KeyBound.at(last.instant().get()), last.total()))
                .map(cut -> split(slice, window, cut, last.total()));
    }

    private Optional<KeyBound> lower(Slice rest, ReadWindow window) {
        return rest.lower().isEmpty()
                ? counts.edge(rest, window, Side.FIRST).instant().map(KeyBound::at)
                : Optional.of(KeyBound.parse(rest.lower()));
    }

    /** A place in the rest and how many records of the rest lie before it. */
    private record Cut(Instant at, long before) {}

    /** Guesses by the length of time and narrows down by the counts. */
    private Optional<Cut> middle(
            Slice rest, ReadWindow window, KeyBound first, KeyBound last, long total) {
        var low = new Cut(first.second(), 0);
        var high = new Cut(last.second().plusSeconds(1), total);
        var best = low;
        for (int i = 0; i < COUNTS_MAX && seconds(low, high) > 1; i++) {
            var at = guess(low, high, i % 2 == 1 ? 0.5 : share(low, high, total));
            var range = new Slice(rest.stream(), rest.number(), rest.lower(), at.toString());
            var cut = new Cut(at, counts.count(range, window));
            best = distance(cut, total) < distance(best, total) ? cut : best;
            var part = (double) cut.before() / total;
            if (part >= HALF_FROM && part <= HALF_TO) {
                return Optional.of(cut);
            }
            low = part < HALF_FROM ? cut : low;
            high = part > HALF_TO ? cut : high;
        }
        var part = (double) best.before() / total;
        return part >= PART_MIN && part <= 1 - PART_MIN ? Optional.of(best) : Optional.empty();
    }

    private static double share(Cut low, Cut high, long total) {
        var between = Math.max(1, high.before() - low.before());
        return Math.clamp((total / 2.0 - low.before()) / between, 0.02, 0.98);
    }

    private static Instant guess(Cut low, Cut high, double share) {
        var seconds = seconds(low, high);
        return low.at().plusSeconds(Math.clamp((long) (seconds * share), 1, seconds - 1));
    }

    private static long seconds(Cut low, Cut high) {
        return Duration.between(low.at(), high.at()).toSeconds();
    }

    private static double distance(Cut cut, long total) {
        return Math.abs(cut.before() - total / 2.0);
    }

    private SliceSplit split(Slice slice, ReadWindow window, Cut cut, long rest) {
        var at = cut.at().toString();
        var kept = new Slice(slice.stream(), slice.number(), slice.lower(), at);
        return new SliceSplit(at, counts.count(kept, window), Math.max(0, rest - cut.before()));
    }
}
