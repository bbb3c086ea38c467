package io.penstock.platform.engine;

import io.penstock.core.value.Shown;

/** What an engine says of itself, made fit to be kept and shown. */
final class SaidText {

    private static final int LINE_MAX = 200;
    private static final int SENTENCE_MAX = 2_000;

    private SaidText() {}

    static String line(String text) {
        return cut(text, LINE_MAX);
    }

    static String sentence(String text) {
        return cut(text, SENTENCE_MAX);
    }

    private static String cut(String text, int max) {
        var clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return Shown.cut(clean, max);
    }
}
