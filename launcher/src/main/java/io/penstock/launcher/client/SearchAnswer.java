package io.penstock.launcher.client;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What the platform says to a {@link SearchRequest}. */
public sealed interface SearchAnswer {

    /**
     * A page of rows in their order.
     *
     * @param rows members by name, as the platform wrote them
     * @param next null on the last page
     * @param count of all rows, not of this page
     * @param exact false when there are more than {@code count}
     */
    record Page(
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next,
            long count,
            boolean exact)
            implements SearchAnswer {}

    /**
     * The query cannot be read.
     *
     * @param position 1-based column of the first character that is wrong
     */
    record WrongQuery(int position, String detail, String hint) implements SearchAnswer {}
}
