package io.penstock.core.transform;

/** Values of vendors as they are quoted in sentences: short, and fit to be stored anywhere. */
public final class Shown {

    private static final int SHOWN_MAX = 80;
    private static final char STAND_IN = '\uFFFD';

    private Shown() {}

    /** The text, cut after {@value #SHOWN_MAX} characters. */
    public static String of(String text) {
        return text.length() > SHOWN_MAX ? clean(cut(text, SHOWN_MAX)) + "…" : clean(text);
    }

    /** The beginning of a text; a character that needs two places is not cut in two. */
    static String cut(String text, int length) {
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
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
