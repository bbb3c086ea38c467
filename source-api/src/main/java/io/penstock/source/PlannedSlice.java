package io.penstock.source;

/**
 * The bounds of a slice as the vendor's source cut them.
 *
 * @param lower inclusive lower bound of the key in the vendor's own notation; empty when open
 * @param upper exclusive upper bound; empty when open
 * @param expected the vendor's number of records between them when it was asked, or -1
 */
public record PlannedSlice(String lower, String upper, long expected) {

    public static final int BOUND_LENGTH_MAX = 1_000;

    /** The one slice of a stream that is not cut. */
    public static final PlannedSlice WHOLE = new PlannedSlice("", "", -1);

    public PlannedSlice {
        if (lower.length() > BOUND_LENGTH_MAX || upper.length() > BOUND_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a bound of a slice has more than " + BOUND_LENGTH_MAX + " characters");
        }
    }
}
