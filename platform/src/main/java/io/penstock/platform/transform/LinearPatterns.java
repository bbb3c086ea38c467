package io.penstock.platform.transform;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import io.penstock.core.transform.TextPatterns;
import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

/**
 * Regular expressions by RE2: an automaton that reads every character of the text once, so that no
 * pattern can make it go back and forth (ADR 0018). Safe from any thread.
 */
public final class LinearPatterns implements TextPatterns {

    /** Most states of the automaton: its time is the text's length by their number. */
    private static final int STATES_MAX = 10_000;

    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})?(?:,(\\d{0,9}))?}");

    @Override
    public Rewrite rewrite(String pattern, String with) {
        checkRepeats(pattern);
        try {
            var compiled = Pattern.compile(pattern);
            checkGroups(pattern, with, compiled.groupCount());
            return text -> compiled.matcher(text).replaceAll(with);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "pattern '%s' cannot be read: %s"
                            .formatted(Shown.of(pattern), Shown.of(e.getDescription())),
                    e);
        }
    }

    /**
     * Counts are written out in the automaton, and nested ones multiply: ((a{100}){100}){100} would
     * be a million states. Counts side by side are multiplied too, which errs on the safe side.
     */
    private static void checkRepeats(String pattern) {
        var states = (long) pattern.length();
        var counted = COUNTED.matcher(pattern);
        while (counted.find()) {
            states *= Math.max(1, Math.max(number(counted.group(1)), number(counted.group(2))));
            if (states > STATES_MAX) {
                throw new IllegalArgumentException(
                        "pattern '%s': its length by its counts in braces is more than %d"
                                .formatted(Shown.of(pattern), STATES_MAX));
            }
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static void checkGroups(String pattern, String with, int groups) {
        for (var i = 0; i < with.length(); i++) {
            var c = with.charAt(i);
            var next = i + 1 < with.length() ? with.charAt(i + 1) : ' ';
            if (c == '$' && !(next >= '0' && next <= '9' && next - '0' <= groups)) {
                throw new IllegalArgumentException(
                        "replacement '%s': after $ comes the number of a group of '%s', which has %d"
                                .formatted(Shown.of(with), Shown.of(pattern), groups));
            }
            if (c == '\\' && i + 1 == with.length()) {
                throw new IllegalArgumentException(
                        "replacement '%s' ends in a lone backslash".formatted(Shown.of(with)));
            }
            if (c == '\\' || c == '$') {
                i++;
            }
        }
    }
}
