package io.penstock.query;

import org.jspecify.annotations.Nullable;

/**
 * Something a person may accept while typing a query.
 *
 * @param text to put in the place of the {@link Completion}'s range
 * @param label what a list shows; often shorter than the text
 * @param type of the field, for FIELD
 * @param description a sentence about it, or empty
 * @param example a whole query, for FIELD; else empty
 */
public record Suggestion(
        Kind kind,
        String text,
        String label,
        @Nullable FieldType type,
        String description,
        String example) {

    /** What a suggestion is. */
    public enum Kind {
        FIELD,
        OPERATOR,
        VALUE,
        /** {@code and}, {@code or}, {@code not}, and what closes a list, a range, a parenthesis. */
        WORD
    }

    static Suggestion of(Kind kind, String text, String label, String description) {
        return new Suggestion(kind, text, label, null, description, "");
    }

    Suggestion withText(String other) {
        return new Suggestion(kind, other, label, type, description, example);
    }
}
