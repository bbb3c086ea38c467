package io.penstock.vendor.crowdstrike.simulation.fql;

import java.util.Locale;
import java.util.function.Predicate;

/** The two ways to look into a text: with stars, and by its letters alone. */
final class TextPattern {

    private TextPattern() {}

    /** Stars stand for any characters; case counts. */
    static Predicate<String> glob(String pattern) {
        String[] parts = pattern.split("\\*", -1);
        return text -> globMatches(parts, text);
    }

    private static boolean globMatches(String[] parts, String text) {
        String first = parts[0];
        if (parts.length == 1) {
            return text.equals(first);
        }
        String last = parts[parts.length - 1];
        int end = text.length() - last.length();
        if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    /** Case, blanks and punctuation do not count. */
    static Predicate<String> tokens(String wanted) {
        String letters = letters(wanted);
        return text -> letters(text).contains(letters);
    }

    private static String letters(String text) {
        StringBuilder kept = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
