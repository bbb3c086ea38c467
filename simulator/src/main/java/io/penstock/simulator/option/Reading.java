package io.penstock.simulator.option;

import java.util.List;
import java.util.function.Function;

/** How the text of a switch is read. Every reader refuses with what is allowed instead. */
public final class Reading {

    private Reading() {}

    /** A whole number within bounds. */
    public static Function<String, Integer> number(int min, int max) {
        return text -> {
            int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
            if (value < min || value > max) {
                throw new IllegalArgumentException("allowed are " + min + " to " + max);
            }
            return value;
        };
    }

    /** One of some words. */
    public static Function<String, String> word(String... words) {
        List<String> allowed = List.of(words);
        return text -> {
            if (!allowed.contains(text)) {
                throw new IllegalArgumentException("allowed are " + String.join(", ", allowed));
            }
            return text;
        };
    }

    /** On or off. */
    public static Function<String, Boolean> flag() {
        return word("on", "off").andThen("on"::equals);
    }
}
