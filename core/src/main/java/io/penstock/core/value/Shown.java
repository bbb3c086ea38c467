package io.penstock.core.value;

/** Texts from outside as they are quoted in sentences: short, and fit to be stored anywhere. */
public final class Shown {

    private static final int SHOWN_MAX = 80;
    private static final char STAND_IN = '\uFFFD';

    private Shown() {}

    /** The text, cut after {@value #SHOWN_MAX} characters. */
    public static String of(String text) {
        return of(text, SHOWN_MAX);
    }

    /** The text without what no database takes, and with an ellipsis when it is longer. */
    public static String of(String text, int max) {
        return text.length() > max ? clean(cut(text, max)) + "…" : clean(text);
    }

    /**
     * The beginning of a text; a character that needs two places is not cut in two.
     *
     * @param max most places of it, 1 or more
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    /**
     * The text with a stand-in for what no database takes: the character NUL and halves of
     * characters. The same object when there is none.
     */
    public static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        var good = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? STAND_IN : c)
                .forEach(good::appendCodePoint);
        return good.toString();
    }
}
