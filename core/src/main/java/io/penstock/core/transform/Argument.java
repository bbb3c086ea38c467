package io.penstock.core.transform;

import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * One argument of a function.
 *
 * @param least fewest characters of a text, smallest value of a whole number
 * @param most most characters of a text, largest value of a whole number
 * @param otherwise what holds when it is left out; null when it must be given
 */
public record Argument(
        String name, Form form, String does, int least, int most, @Nullable String otherwise) {

    /** Most characters of any argument. */
    public static final int LENGTH_MAX = 200;

    /** What an argument's value looks like. */
    public enum Form {
        TEXT,
        WHOLE
    }

    static Argument text(String name, String does, int least, int most) {
        return new Argument(name, Form.TEXT, does, least, most, null);
    }

    static Argument whole(String name, String does, int least, int most) {
        return new Argument(name, Form.WHOLE, does, least, most, null);
    }

    Argument or(String value) {
        return new Argument(name, form, does, least, most, value);
    }

    public boolean required() {
        return otherwise == null;
    }

    /** What is wrong with a value, in one sentence; nothing when it may be used. */
    public Optional<String> fault(String value) {
        return form == Form.TEXT ? length(value) : range(value);
    }

    private Optional<String> length(String value) {
        if (value.length() >= least && value.length() <= most) {
            return Optional.empty();
        }
        return Optional.of(
                "argument '%s' has %d characters, allowed are %d to %d"
                        .formatted(name, value.length(), least, most));
    }

    private Optional<String> range(String value) {
        var wanted = "a whole number from %d to %d".formatted(least, most);
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            wanted += ", without a point or blanks";
        }
        return Optional.of(
                "argument '%s' is '%s', it must be %s".formatted(name, Shown.of(value), wanted));
    }
}
