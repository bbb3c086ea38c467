package io.penstock.core.identity;

import io.penstock.core.value.Shown;

/**
 * A value that identifies nothing.
 *
 * @param identifier what it would have been
 * @param value as the source wrote it, at most 100 characters
 * @param reason half a sentence that goes on after "ignored:", such as {@code a placeholder that
 *     makers leave in firmware}
 */
public record IgnoredValue(Identifier identifier, String value, String reason) {

    private static final int LENGTH_MAX = 100;

    public IgnoredValue {
        value = Shown.cut(value, LENGTH_MAX);
    }

    /** {@code serial number "None" ignored: a placeholder that makers leave in firmware}. */
    public String sentence() {
        return identifier.label() + " \"" + value + "\" ignored: " + reason;
    }
}
