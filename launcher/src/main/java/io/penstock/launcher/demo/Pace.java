package io.penstock.launcher.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How fast a count grows, over the last seconds only, so that the time left follows the present.
 */
final class Pace {

    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * @param nanos of a clock that never goes back
     * @param count so far
     */
    void add(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    /** Per second; 0 while there is nothing to compare. */
    double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var seconds = (last.nanos() - first.nanos()) / 1e9;
        return seconds <= 0 ? 0 : (last.count() - first.count()) / seconds;
    }

    /** Until the count reaches the total; empty while nobody can tell. */
    Optional<Duration> left(long total) {
        var rate = perSecond();
        if (samples.isEmpty() || total < 0 || rate <= 0) {
            return Optional.empty();
        }
        var missing = Math.max(0, total - samples.getLast().count());
        return Optional.of(Duration.ofSeconds(Math.round(missing / rate)));
    }
}
