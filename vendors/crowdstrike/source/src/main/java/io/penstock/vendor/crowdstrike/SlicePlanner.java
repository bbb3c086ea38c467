package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.vendor.crowdstrike.RangeCounts.Side;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plans slices from the vendor's own counts. The time between the first and the last record is cut
 * into about as many parts as can be counted at once; parts that hold too much are cut again, in a
 * few rounds, and {@link SlicePacking} joins the pieces to slices.
 */
final class SlicePlanner {

    private static final Instant FIRST_POSSIBLE = Instant.parse("2011-01-01T00:00:00Z");

    /** After so many rounds only what may not stay as big as it is gets cut. */
    private static final int ROUNDS_FOR_BALANCE = 4;

    private static final int ROUNDS_MAX = 60;

    private final RangeCounts counts;
    private final CountCrew crew;
    private final SliceSize size;

    SlicePlanner(RangeCounts counts, CountCrew crew, SliceSize size) {
        this.counts = counts;
        this.crew = crew;
        this.size = size;
    }

    List<PlannedSlice> plan(StreamName stream, ReadWindow window, int wanted) {
        var whole = Slice.whole(stream);
        var edges =
                crew.all(
                        List.<Supplier<RangeEdge>>of(
                                () -> counts.edge(whole, window, Side.FIRST),
                                () -> counts.edge(whole, window, Side.LAST)),
                        wanted);
        var total = edges.getFirst().total();
        var first = edges.getFirst().instant().orElse(FIRST_POSSIBLE);
        var last = edges.getLast().instant().orElse(window.until());
        if (total <= Math.min(2L * size.page(), size.most()) || last.isBefore(first)) {
            return List.of(new PlannedSlice("", "", total));
        }
        var all = new Segment(KeyBound.at(first), KeyBound.at(last).nextSecond(), total);
        var pieces = refined(new Counting(stream, window, wanted), all);
        return new SlicePacking(size, wanted).slices(pieces);
    }

    /** What every count of one plan has in common. */
    private record Counting(StreamName stream, ReadWindow window, int wanted) {}

    private List<Segment> refined(Counting counting, Segment all) {
        var grain = grain(all.count(), counting.wanted());
        var pieces = List.of(all);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var limit = round < ROUNDS_FOR_BALANCE ? grain : size.most();
            var cuts = new ArrayList<List<KeyBound>>();
            for (var piece : pieces) {
                var parts =
                        round == 0 ? firstParts(all.count(), grain, counting) : parts(piece, grain);
                cuts.add(piece.count() > limit ? piece.cuts(parts, byId(piece)) : List.of());
            }
            if (cuts.stream().allMatch(List::isEmpty)) {
                return pieces;
            }
            pieces = counted(counting, pieces, cuts);
        }
        return pieces;
    }

    /**
     * Pieces worth a count, and no smaller than a small part of what a thread has to read: the more
     * it has, the more counts are worth their time.
     */
    private long grain(long total, int wanted) {
        var pieces = Math.clamp(total / size.page() / wanted, 4, 8);
        var useful = Math.max(size.piece(), total / ((long) pieces * wanted));
        return Math.max(1, Math.min(useful, size.most() / 2));
    }

    private static int firstParts(long total, long grain, Counting counting) {
        return Math.clamp(2 * total / grain, 2, Math.max(8, counting.wanted()) + 1);
    }

    private static int parts(Segment piece, long grain) {
        return Math.clamp(Math.ceilDiv(piece.count(), grain), 2, 200);
    }

    private boolean byId(Segment piece) {
        return size.byId() && piece.count() > size.most();
    }

    /** Asks for all parts but each piece's last, which is what remains. */
    private List<Segment> counted(
            Counting counting, List<Segment> pieces, List<List<KeyBound>> cuts) {
        var questions = new ArrayList<Supplier<Long>>();
        for (int i = 0; i < pieces.size(); i++) {
            var lower = pieces.get(i).lower();
            for (var upper : cuts.get(i)) {
                var range = new Slice(counting.stream(), 0, lower.text(), upper.text());
                questions.add(() -> counts.count(range, counting.window()));
                lower = upper;
            }
        }
        var answers = crew.all(questions, counting.wanted()).iterator();
        var parts = new ArrayList<Segment>();
        for (int i = 0; i < pieces.size(); i++) {
            var rest = pieces.get(i);
            for (var upper : cuts.get(i)) {
                var count = answers.next();
                parts.add(new Segment(rest.lower(), upper, count));
                rest = new Segment(upper, rest.upper(), Math.max(0, rest.count() - count));
            }
            parts.add(rest);
        }
        return parts;
    }
}
