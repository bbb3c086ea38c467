package io.penstock.engine.read;

import java.util.Arrays;

/**
 * How large a stream's next page will hardly exceed: a little more than the largest of the last
 * pages. Before the first page it is a guess on the safe side: 5,000 findings in gzip.
 */
final class PageEstimate {

    static final long FIRST_GUESS = 6L * 1024 * 1024;
    private static final int REMEMBERED = 64;

    private final long[] sizes = new long[REMEMBERED];
    private final long budget;
    private int count;

    PageEstimate(long budget) {
        this.budget = budget;
    }

    synchronized long bytes() {
        var expected = count == 0 ? FIRST_GUESS : Arrays.stream(sizes).max().orElse(0) * 9 / 8 + 1;
        return Math.min(expected, budget);
    }

    synchronized void seen(long bytes) {
        sizes[count % REMEMBERED] = bytes;
        count = count == Integer.MAX_VALUE ? REMEMBERED : count + 1;
    }
}
