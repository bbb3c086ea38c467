package io.penstock.platform.console.frame;

import io.penstock.query.QueryFault;

/**
 * A query that cannot be run, as it is shown under the bar: the text before the mistake, the
 * character that is wrong, and the rest.
 */
public record QueryView(String before, String wrong, String rest, String message, String hint) {

    public static QueryView of(String query, QueryFault fault) {
        var at = Math.min(fault.position() - 1, query.length());
        // Never between the two halves of one character.
        var from =
                at > 0 && at < query.length() && Character.isLowSurrogate(query.charAt(at))
                        ? at - 1
                        : at;
        var until = from < query.length() ? query.offsetByCodePoints(from, 1) : from;
        return new QueryView(
                query.substring(0, from),
                query.substring(from, until),
                query.substring(until),
                fault.message(),
                fault.hint());
    }
}
