package io.penstock.core.run;

/**
 * Where reading a slice goes on: opaque text to everyone but the vendor's source. It is data, not a
 * cursor: it must still work when the vendor's cursor, token or the engine that made it is gone.
 *
 * @param text printable ASCII, at most {@value #LENGTH_MAX} characters; empty at the slice's start
 */
public record Position(String text) {

    public static final int LENGTH_MAX = 4_000;
    public static final Position START = new Position("");

    public Position {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "position has " + text.length() + " characters, at most " + LENGTH_MAX);
        }
        if (!text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("position is not printable ASCII");
        }
    }

    public boolean atStart() {
        return text.isEmpty();
    }
}
