package io.penstock.query;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultKind;

/**
 * What is wrong with a query's text.
 *
 * @param position 1-based column of the first character that is wrong
 * @param message one sentence: what was found and what was expected
 * @param hint how to mend it
 */
public record QueryFault(int position, String message, String hint) {

    /** The stable code of every refused query. */
    public static final String CODE = "QUERY_INVALID";

    public QueryFault {
        if (position < 1 || message.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException("a query fault needs a column, message and hint");
        }
    }

    /** The same as the rest of Penstock reports it: the person who typed must change it. */
    public Fault asFault() {
        return Fault.of(
                FaultKind.CONFIGURATION, CODE, "At column " + position + ": " + message, hint);
    }

    /** The one line a person reads. */
    public String sentence() {
        return asFault().sentence();
    }
}
