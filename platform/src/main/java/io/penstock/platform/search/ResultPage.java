package io.penstock.platform.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** Cuts off the one row that was read beyond the limit, which says that a page follows. */
    static <T> ResultPage<T> of(
            List<T> found, int limit, Function<T, String> cursor, InventoryReader.Count count) {
        if (found.size() <= limit) {
            return new ResultPage<>(found, Optional.empty(), count.rows(), count.exact());
        }
        var rows = found.subList(0, limit);
        var next = Optional.of(cursor.apply(rows.getLast()));
        return new ResultPage<>(rows, next, count.rows(), count.exact());
    }

    <R> ResultPage<R> with(List<R> others) {
        return new ResultPage<>(others, next, count, exact);
    }
}
