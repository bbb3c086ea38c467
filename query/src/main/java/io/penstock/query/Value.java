package io.penstock.query;

/** A value as it was written. */
public sealed interface Value {

    /** Without its quotes; doubled quotes inside are single again. */
    String text();

    Place place();

    /** {@code `whole value`}. */
    record Exact(String text, Place place) implements Value {}

    /** {@code "part of a text"} or {@code 'part of a text'}; also the usual form of a date. */
    record Phrase(String text, Place place) implements Value {}

    /** {@code word}, {@code word*}, {@code *word}, {@code 5}, {@code now-7d}. */
    record Bare(String text, Place place) implements Value {

        public boolean starred() {
            return text.startsWith("*") || text.endsWith("*");
        }
    }
}
