package io.penstock.benchmarks.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long answers took, in nanoseconds, and which took longest. */
final class Times {

    private static final double MILLI = 1e6;
    private static final int SLOWEST_SHOWN = 3;

    private final List<Taken> all = new ArrayList<>();

    private record Taken(long nanos, String what) implements Comparable<Taken> {

        @Override
        public int compareTo(Taken other) {
            return Long.compare(nanos, other.nanos);
        }
    }

    void add(long nanos, String what) {
        all.add(new Taken(nanos, what));
    }

    void addAll(Times others) {
        all.addAll(others.all);
    }

    double medianMillis() {
        return sorted().get(all.size() / 2).nanos() / MILLI;
    }

    /** {@code n, median, 95th percentile, largest}. */
    String figures() {
        var sorted = sorted();
        var late = sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
        return String.format(
                Locale.ROOT,
                "n %d, median %.1f ms, p95 %.1f ms, largest %.1f ms",
                sorted.size(),
                medianMillis(),
                late.nanos() / MILLI,
                sorted.getLast().nanos() / MILLI);
    }

    /** One line each. */
    List<String> slowest() {
        return sorted().reversed().stream()
                .limit(SLOWEST_SHOWN)
                .map(taken ->
                        String.format(
                                Locale.ROOT, "%.1f ms  %s", taken.nanos() / MILLI, taken.what()))
                .toList();
    }

    private List<Taken> sorted() {
        var sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted;
    }
}
