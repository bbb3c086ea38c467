package io.penstock.core.value;

/**
 * A text as a cell that no spreadsheet takes for a formula: when it begins like one, an apostrophe
 * stands before it.
 */
public final class SafeCell {

    /** The last four are the full-width forms of the first four. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private SafeCell() {}

    /** The same text when it begins no formula. */
    public static String of(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
