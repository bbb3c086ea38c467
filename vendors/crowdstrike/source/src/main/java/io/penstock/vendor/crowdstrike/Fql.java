package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Filters in the vendor's query language. Times are absolute, so that every page of a run asks the
 * same question; each clause stands in its own parentheses, because the precedence of the
 * language's operators is not documented.
 */
final class Fql {

    private static final String ID = "id";

    private Fql() {}

    /**
     * Everything of a slice.
     *
     * @param since read from this value of the key on, or from the slice's start when empty
     */
    static String filter(StreamKey key, Slice slice, ReadWindow window, String since) {
        var clauses = new ArrayList<String>();
        var lower = slice.lower().isEmpty() ? null : KeyBound.parse(slice.lower());
        if (!since.isEmpty()) {
            clauses.add(clause(key.order(), ">=", since));
        } else if (lower != null) {
            clauses.add(clause(key.order(), ">=", text(lower.second())));
        }
        var upper =
                slice.upper().isEmpty()
                        ? KeyBound.at(window.until())
                        : KeyBound.parse(slice.upper());
        var end = upper.ids() == 0 ? upper : upper.nextSecond();
        clauses.add(clause(key.order(), "<", text(end.second())));
        if (lower != null && lower.ids() > 0) {
            clauses.add(list(ID, "!*", IdKey.below(lower.ids())));
        }
        if (upper.ids() > 0) {
            clauses.add(list(ID, "*", IdKey.below(upper.ids())));
        }
        addWindow(clauses, key, window);
        return String.join("+", clauses);
    }

    private static void addWindow(List<String> clauses, StreamKey key, ReadWindow window) {
        var from = window.from();
        if (from != null) {
            clauses.add(clause(key.changed(), ">=", text(from)));
            clauses.add(clause(key.changed(), "<", text(window.until())));
        }
    }

    /** Tells filters apart: a cursor works only with the filter it was made under. */
    static String digest(String filter) {
        var sum = new CRC32();
        sum.update(filter.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /** The vendor's timestamps have whole seconds; so do our bounds. */
    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String clause(String field, String operator, String value) {
        return "(" + field + ":" + operator + quoted(value) + ")";
    }

    private static String list(String field, String operator, List<String> values) {
        var all = values.stream().map(Fql::quoted).collect(Collectors.joining(","));
        return "(" + field + ":" + operator + "[" + all + "])";
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "\\'") + "'";
    }
}
