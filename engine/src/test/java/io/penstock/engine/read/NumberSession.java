package io.penstock.engine.read;

import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamName;
import io.penstock.source.CheckStep;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SliceSplit;
import io.penstock.source.SourceSession;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A vendor without a network: each stream counts from 0. Fails when it is asked to read past a
 * slice's end, as no engine must.
 */
public final class NumberSession implements SourceSession {

    /**
     * @param records how many numbers each stream has
     * @param page numbers on a page
     * @param slices how many slices a plan has
     * @param cuts whether slices can be cut
     */
    public record Shape(int records, int page, int slices, boolean cuts) {}

    /** Each call in its order, such as {@code read numbers/3 at 40}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    public final Map<String, ReadWindow> windows = new ConcurrentHashMap<>();
    public final AtomicInteger readingMax = new AtomicInteger();

    /** How much more than it gives the vendor says it has. */
    public volatile ToLongFunction<String> totalOff = _ -> 0;

    public volatile Trouble trouble = Trouble.NONE;
    public volatile List<CheckStep> steps =
            List.of(new CheckStep("Login", CheckStep.Outcome.OK, 1, "It works.", ""));
    private final AtomicInteger reading = new AtomicInteger();
    private final Shape shape;

    public NumberSession(Shape shape) {
        this.shape = shape;
    }

    private void called(String call) {
        calls.add(call);
        trouble.at(call);
    }

    @Override
    public List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
        windows.put(stream.text(), window);
        called("slices " + stream);
        var planned = new ArrayList<PlannedSlice>();
        for (int i = 0; i < shape.slices(); i++) {
            var lower = bound(i);
            var upper = bound(i + 1);
            planned.add(new PlannedSlice("" + lower, "" + upper, upper - lower));
        }
        return planned;
    }

    /** Later slices are larger, so that the largest is not the first. */
    private int bound(int number) {
        long parts = (long) shape.slices() * (shape.slices() + 1) / 2;
        return (int) ((long) shape.records() * number * (number + 1) / 2 / parts);
    }

    @Override
    public Page read(Slice slice, ReadWindow window, Position position) {
        readingMax.accumulateAndGet(reading.incrementAndGet(), Math::max);
        try {
            var from = Integer.parseInt(position.atStart() ? slice.lower() : position.text());
            called("read " + slice.stream() + "/" + slice.number() + " at " + from);
            var end = Integer.parseInt(slice.upper());
            if (from > end) {
                throw new IllegalStateException(slice + " was read past its end to " + from);
            }
            return page(slice, from, Math.min(end, from + shape.page()), end);
        } finally {
            reading.decrementAndGet();
        }
    }

    private static Page page(Slice slice, int from, int to, int end) {
        var body =
                IntStream.range(from, to)
                        .mapToObj(i -> slice.stream() + "-" + i)
                        .collect(Collectors.joining("\n"));
        return new Page(
                body.getBytes(StandardCharsets.UTF_8),
                "identity",
                to - from,
                to - from,
                new Position("" + to),
                end - Integer.parseInt(slice.lower()),
                to == end);
    }

    @Override
    public long total(Slice slice, ReadWindow window) {
        var call = "total " + slice.stream() + "/" + slice.number();
        called(call);
        var total = Long.parseLong(slice.upper()) - Long.parseLong(slice.lower());
        return total + totalOff.applyAsLong(call);
    }

    @Override
    public Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
        called("split " + slice.stream() + "/" + slice.number());
        var from = Integer.parseInt(reached.atStart() ? slice.lower() : reached.text());
        var end = Integer.parseInt(slice.upper());
        if (!shape.cuts() || end - from < 2 * shape.page()) {
            return Optional.empty();
        }
        var at = from + (end - from) / 2;
        return Optional.of(new SliceSplit("" + at, at - Integer.parseInt(slice.lower()), end - at));
    }

    @Override
    public List<CheckStep> check() {
        called("check");
        return steps;
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
