package io.penstock.platform.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of results.
 *
 * @param next pass it as {@code after} for the page that follows; empty on the last page
 * @param count of all matching rows, at most {@value #COUNT_MAX}
 * @param exact false when there are more rows than {@code count}
 */
public record ResultPage<T>(List<T> rows, Optional<String> next, long count, boolean exact) {

    /** Counting stops here. */
    public static final long COUNT_MAX = 10_000;

    public ResultPage {
        rows = List.copyOf(rows);
    }
}
