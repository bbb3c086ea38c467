package io.penstock.platform.text;

import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * What engines and vendors say for people to read, made fit to be kept and shown: control
 * characters and halves of characters become spaces, and what is too long is cut.
 */
public final class SaidText {

    private static final int LINE_MAX = 200;
    private static final int SENTENCE_MAX = 2_000;
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private SaidText() {}

    /** A name or a version, at most 200 characters; empty for nothing. */
    public static String line(@Nullable String text) {
        return within(text, LINE_MAX);
    }

    /** At most 2 000 characters; empty for nothing. */
    public static String sentence(@Nullable String text) {
        return within(text, SENTENCE_MAX);
    }

    /**
     * @param max most characters that are kept
     */
    public static String within(@Nullable String text, int max) {
        if (text == null) {
            return "";
        }
        return Shown.cut(UNFIT.matcher(text).replaceAll(" ").strip(), max);
    }
}
