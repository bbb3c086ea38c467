package io.penstock.engine.read;

import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamName;
import io.penstock.source.Page;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.Receipt;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The platform's book of slices, in memory: positions, cuts, second reads and verdicts as agreed.
 * Trouble called {@code before …} loses the call, trouble called {@code after …} loses the answer.
 */
public final class SliceBook implements PageSink {

    /** A page as it was kept. */
    public record Kept(int attempt, String body) {}

    /** One slice. */
    public static final class Entry {
        public final int number;
        public final String lower;
        public String upper;
        public String position = "";
        public long nextSequence;
        public long expected;
        public boolean ended;
        public boolean closed;
        public boolean sealed;
        public int attempt;
        public long distinct;
        public final List<Kept> pages = new ArrayList<>();
        public final List<SliceEnd> ends = new ArrayList<>();

        Entry(int number, String lower, String upper, long expected) {
            this.number = number;
            this.lower = lower;
            this.upper = upper;
            this.expected = expected;
        }

        /** A slice as another engine left it. */
        Entry(SliceState state) {
            this(state.number(), state.lower(), state.upper(), state.expected());
            position = state.position();
            distinct = position.isEmpty() ? 0 : Long.parseLong(position) - Long.parseLong(lower);
            nextSequence = state.nextSequence();
            ended = state.ended();
            closed = state.closed();
            for (long i = 0; i < nextSequence; i++) {
                pages.add(new Kept(0, ""));
            }
        }

        SliceState state() {
            return new SliceState(
                    number, lower, upper, position, nextSequence, ended, closed, expected);
        }
    }

    public final Map<String, List<Entry>> streams = new TreeMap<>();
    public volatile Trouble trouble = Trouble.NONE;

    /** The slices of a stream as a new engine is told of them. */
    public synchronized List<SliceState> states(String stream) {
        return entries(stream).stream().map(Entry::state).toList();
    }

    public synchronized void resume(String stream, List<SliceState> states) {
        streams.put(stream, states.stream().map(Entry::new).collect(Collectors.toList()));
    }

    public synchronized List<Entry> entries(String stream) {
        return streams.getOrDefault(stream, List.of());
    }

    /** Every record that was kept in the last reading of each slice, in the order of its pages. */
    public synchronized List<String> records(String stream) {
        return entries(stream).stream()
                .flatMap(e -> e.pages.stream().filter(p -> p.attempt() == e.attempt))
                .flatMap(page -> page.body().lines())
                .toList();
    }

    @Override
    public List<SliceState> plan(StreamName stream, PlannedSlices slices) {
        trouble.at("before plan " + stream);
        synchronized (this) {
            streams.computeIfAbsent(stream.text(), _ -> planned(slices));
        }
        trouble.at("after plan " + stream);
        return states(stream.text());
    }

    private static List<Entry> planned(PlannedSlices slices) {
        var entries = new ArrayList<Entry>();
        for (var bounds : slices.slices()) {
            entries.add(
                    new Entry(entries.size(), bounds.lower(), bounds.upper(), bounds.expected()));
        }
        return entries;
    }

    @Override
    public SliceState split(StreamName stream, int slice, SplitSlice cut) {
        trouble.at("before split " + stream);
        SliceState answer;
        synchronized (this) {
            answer = split(entries(stream.text()), slice, cut);
        }
        trouble.at("after split " + stream);
        return answer;
    }

    private static SliceState split(List<Entry> entries, int slice, SplitSlice cut) {
        for (var entry : entries) {
            if (entry.lower.equals(cut.at())) {
                return entry.state();
            }
        }
        var entry = entries.get(slice);
        if (entry.closed || entry.ended) {
            throw Trouble.fault(FaultKind.CONFLICT, "SLICE_NOT_OPEN");
        }
        var rest = new Entry(entries.size(), cut.at(), entry.upper, cut.after());
        entry.upper = cut.at();
        entry.expected = cut.before();
        entries.add(rest);
        return rest.state();
    }

    @Override
    public Receipt deliver(StreamName stream, int slice, long sequence, Page page) {
        var call = "deliver " + stream + "/" + slice + "/" + sequence;
        trouble.at("before " + call);
        Receipt receipt;
        synchronized (this) {
            receipt = keep(entries(stream.text()).get(slice), sequence, page);
        }
        trouble.at("after " + call);
        return receipt;
    }

    private static Receipt keep(Entry entry, long sequence, Page page) {
        if (sequence < entry.nextSequence) {
            return new Receipt(entry.nextSequence - 1, entry.position, true);
        }
        if (sequence > entry.nextSequence || entry.closed || entry.ended) {
            throw Trouble.fault(FaultKind.CONFLICT, "SEQUENCE_WRONG");
        }
        var body = new String(page.body(), StandardCharsets.UTF_8);
        entry.pages.add(new Kept(entry.attempt, body));
        entry.nextSequence++;
        entry.position = page.next().text();
        entry.ended = page.last();
        entry.distinct += page.fresh();
        return new Receipt(sequence, page.next().text(), false);
    }

    @Override
    public SliceVerdict end(StreamName stream, int slice, SliceEnd end) {
        trouble.at("before end " + stream);
        SliceVerdict verdict;
        synchronized (this) {
            verdict = judge(entries(stream.text()).get(slice), end);
        }
        trouble.at("after end " + stream);
        return verdict;
    }

    private static SliceVerdict judge(Entry entry, SliceEnd end) {
        if (entry.closed) {
            return verdict(entry, false);
        }
        if (!entry.ended && end.fault().isEmpty()) {
            if (entry.attempt > 0 && entry.position.isEmpty()) {
                return verdict(entry, true);
            }
            throw Trouble.fault(FaultKind.CONFLICT, "SLICE_NOT_ENDED");
        }
        entry.ends.add(end);
        entry.sealed = end.fault().isEmpty() && entry.distinct == end.vendorTotal();
        if (entry.sealed || entry.attempt > 0) {
            entry.closed = true;
            return verdict(entry, false);
        }
        entry.attempt++;
        entry.position = "";
        entry.distinct = 0;
        entry.ended = false;
        return verdict(entry, true);
    }

    private static SliceVerdict verdict(Entry entry, boolean again) {
        return new SliceVerdict(
                entry.sealed,
                again,
                entry.nextSequence,
                entry.nextSequence,
                entry.distinct,
                entry.sealed ? "" : "records are missing");
    }
}
