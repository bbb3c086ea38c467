package io.penstock.query;

/**
 * What is wrong with a query's text.
 *
 * @param position 1-based column of the first character that is wrong
 * @param message one sentence: what was found and what was expected
 * @param hint how to mend it, or empty
 */
public record QueryFault(int position, String message, String hint) {

    public QueryFault {
        if (position < 1 || message.isBlank()) {
            throw new IllegalArgumentException("a query fault needs a column and a message");
        }
    }

    /** The one line a person reads. */
    public String sentence() {
        var where = "At column " + position + ": " + message;
        return hint.isBlank() ? where : where + " " + hint;
    }
}
