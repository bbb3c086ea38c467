package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters in the vendor's query language. Times are absolute, so that every page of a run asks the
 * same question; each clause stands in its own parentheses, because the precedence of the
 * language's operators is not documented.
 */
final class Fql {

    private Fql() {}

    /**
     * Everything of a slice.
     *
     * @param key the timestamp that orders the stream and never moves
     * @param changed the timestamp that moves when a record changes; a delta read filters on it
     * @param since read from this value of the key on, or from the slice's start when empty
     */
    static String filter(String key, String changed, Slice slice, ReadWindow window, String since) {
        var clauses = new ArrayList<String>();
        var lower = since.isEmpty() ? slice.lower() : since;
        if (!lower.isEmpty()) {
            clauses.add(clause(key, ">=", lower));
        }
        var upper = slice.upper().isEmpty() ? text(window.until()) : slice.upper();
        clauses.add(clause(key, "<", upper));
        var from = window.from();
        if (from != null) {
            clauses.add(clause(changed, ">=", text(from)));
            clauses.add(clause(changed, "<", text(window.until())));
        }
        return join(clauses);
    }

    /** The vendor's timestamps have whole seconds; so do our bounds. */
    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String clause(String field, String operator, String value) {
        return "(" + field + ":" + operator + "'" + value.replace("'", "\\'") + "')";
    }

    private static String join(List<String> clauses) {
        return String.join("+", clauses);
    }
}
