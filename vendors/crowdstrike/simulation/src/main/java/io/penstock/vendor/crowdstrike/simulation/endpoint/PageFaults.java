package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Switchboard;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Faults in which rows a page holds. What a page leaves out is only left out of that one call. */
final class PageFaults {

    private final long seed;
    private final Chance empty;
    private final Chance shortened;
    private final Chance lost;
    private final AtomicLong calls = new AtomicLong();

    PageFaults(Switchboard board, long seed) {
        this.seed = seed;
        this.empty =
                Chance.on(
                        board,
                        "empty-page",
                        220,
                        "that get a page without rows in the middle, with a cursor that leads on");
        this.shortened =
                Chance.on(
                        board,
                        "short-page",
                        221,
                        "that get fewer rows than the limit, with a cursor behind the last of"
                                + " them");
        this.lost =
                Chance.on(
                        board,
                        "lost-rows",
                        222,
                        "that get a page with rows left out, with a cursor behind its end");
    }

    /**
     * What a page holds.
     *
     * @param more whether something follows it
     * @param stays whether its cursor leads to where the page itself began
     */
    record Rows(int[] numbers, boolean more, boolean stays) {}

    Rows rows(int[] numbers, boolean more) {
        long call = calls.incrementAndGet();
        if (numbers.length > 0 && empty.strikes(seed, call)) {
            return new Rows(new int[0], true, true);
        }
        if (numbers.length > 1 && shortened.strikes(seed, call)) {
            int left = 1 + shortened.below(seed, call, numbers.length - 1);
            return new Rows(Arrays.copyOf(numbers, left), true, false);
        }
        if (numbers.length > 1 && lost.strikes(seed, call)) {
            return new Rows(holed(numbers, call), more, false);
        }
        return new Rows(numbers, more, false);
    }

    /** Leaves out a stretch of at most a third, but never the last row: the cursor stands there. */
    private int[] holed(int[] numbers, long call) {
        int hole = 1 + lost.below(seed, call, Math.max(1, numbers.length / 3));
        int from = lost.below(seed, -call, numbers.length - hole);
        return IntStream.range(0, numbers.length)
                .filter(i -> i < from || i >= from + hole)
                .map(i -> numbers[i])
                .toArray();
    }
}
