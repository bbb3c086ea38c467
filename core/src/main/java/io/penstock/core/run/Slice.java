package io.penstock.core.run;

/**
 * A key range of a stream that is read, checkpointed and proved complete on its own.
 *
 * @param number counts from 0 within the stream of one run
 * @param lower inclusive lower bound of the key in the vendor's own notation; empty when open
 * @param upper exclusive upper bound; empty when open
 */
public record Slice(StreamName stream, int number, String lower, String upper) {

    public Slice {
        if (number < 0) {
            throw new IllegalArgumentException("slice number " + number + " is negative");
        }
    }

    /** The one slice of a stream that is not cut. */
    public static Slice whole(StreamName stream) {
        return new Slice(stream, 0, "", "");
    }
}
