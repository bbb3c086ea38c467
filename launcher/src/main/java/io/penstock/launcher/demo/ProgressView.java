package io.penstock.launcher.demo;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows a run while it goes on: on a terminal, bars that are drawn over; elsewhere a line per
 * stream every few seconds.
 */
final class ProgressView {

    private static final long LINE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final String CLEAR_LINE = "\u001b[2K\r";

    private final PrintWriter out;
    private final boolean terminal;
    private final Map<String, Pace> paces = new HashMap<>();
    private List<String> shown = List.of();
    private long lastLine = Long.MIN_VALUE;

    ProgressView(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(RunView run, long nanos) {
        var bars = run.streams().stream().map(stream -> bar(stream, nanos)).toList();
        if (terminal) {
            redraw(bars.stream().map(ProgressBar::bar).toList());
            return;
        }
        var due = lastLine == Long.MIN_VALUE || nanos - lastLine >= LINE_NANOS;
        if (due || run.ended()) {
            lastLine = nanos;
            printNew(bars.stream().map(ProgressBar::line).toList());
        }
    }

    private ProgressBar bar(StreamLedger stream, long nanos) {
        var pace = paces.computeIfAbsent(stream.stream(), _ -> new Pace());
        pace.add(nanos, stream.settled());
        return new ProgressBar(
                Streams.label(stream.stream()),
                stream.settled(),
                stream.expected(),
                pace.perSecond(),
                pace.left(stream.expected()));
    }

    private void redraw(List<String> lines) {
        if (!shown.isEmpty()) {
            out.print("\u001b[" + shown.size() + "A");
        }
        lines.forEach(line -> out.println(CLEAR_LINE + line));
        out.flush();
        shown = lines;
    }

    private void printNew(List<String> lines) {
        lines.stream().filter(line -> !shown.contains(line)).forEach(out::println);
        out.flush();
        shown = lines;
    }
}
