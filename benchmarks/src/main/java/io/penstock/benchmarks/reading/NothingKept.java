package io.penstock.benchmarks.reading;

import io.penstock.core.run.StreamName;
import io.penstock.engine.read.PageSink;
import io.penstock.source.Page;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An intake that counts and forgets; seals by the platform's rule for full reads. */
final class NothingKept implements PageSink {

    /** A slice's counts. */
    private static final class Counts {
        private String upper;
        private long distinct;
        private long received;
        private long next;

        private Counts(String upper) {
            this.upper = upper;
        }
    }

    private final Map<StreamName, List<Counts>> streams = new HashMap<>();
    private int sealed;
    private int open;

    @Override
    public synchronized List<SliceState> plan(StreamName stream, PlannedSlices slices) {
        var counts = new ArrayList<Counts>();
        var states = new ArrayList<SliceState>();
        for (var slice : slices.slices()) {
            states.add(state(counts.size(), slice.lower(), slice.upper(), slice.expected()));
            counts.add(new Counts(slice.upper()));
        }
        streams.put(stream, counts);
        return states;
    }

    private static SliceState state(int number, String lower, String upper, long expected) {
        return new SliceState(number, lower, upper, "", 0, false, false, expected);
    }

    @Override
    public synchronized SliceState split(StreamName stream, int slice, SplitSlice cut) {
        var counts = slices(stream);
        var rest = new Counts(counts.get(slice).upper);
        counts.get(slice).upper = cut.at();
        counts.add(rest);
        return state(counts.size() - 1, cut.at(), rest.upper, cut.after());
    }

    @Override
    public synchronized Receipt deliver(StreamName stream, int slice, long sequence, Page page) {
        var counts = slices(stream).get(slice);
        counts.received += page.records();
        counts.distinct += page.fresh();
        counts.next = sequence + 1;
        return new Receipt(sequence, page.next().text(), false);
    }

    @Override
    public synchronized SliceVerdict end(StreamName stream, int slice, SliceEnd end) {
        var counts = slices(stream).get(slice);
        var complete = end.fault().isEmpty() && end.vendorTotal() == counts.distinct;
        sealed += complete ? 1 : 0;
        open += complete ? 0 : 1;
        return new SliceVerdict(
                complete,
                false,
                counts.next,
                counts.received,
                counts.distinct,
                complete ? "" : "the vendor has " + end.vendorTotal());
    }

    private List<Counts> slices(StreamName stream) {
        return streams.getOrDefault(stream, List.of());
    }

    synchronized long distinct() {
        return streams.values().stream()
                .flatMap(List::stream)
                .mapToLong(counts -> counts.distinct)
                .sum();
    }

    synchronized int sealed() {
        return sealed;
    }

    /** True when every slice was sealed. */
    synchronized boolean complete() {
        return open == 0 && sealed > 0;
    }
}
