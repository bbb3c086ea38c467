package io.penstock.core.transform;

/**
 * Regular expressions whose work grows with the length of the text and never faster, so that no
 * pattern and no text can hang a worker. The implementation brings the library (ADR 0018).
 */
public interface TextPatterns {

    /** A pattern and its replacement, made ready. Safe from any thread. */
    interface Rewrite {
        String apply(String text);
    }

    /**
     * @param with the replacement; {@code $1} stands for the first group, {@code \$} for a dollar
     * @throws IllegalArgumentException with one sentence when either cannot be used
     */
    Rewrite rewrite(String pattern, String with);
}
