package io.penstock.core.schema;

import java.util.List;

/**
 * What values a target attribute takes.
 *
 * @param required a record without a value for it is rejected (S-109)
 * @param many true when it keeps every value of a list
 * @param lengthMax most characters of a text; 0 for values that are not text
 * @param least smallest number
 * @param most largest number
 * @param words the only texts allowed; empty when any text is
 */
public record TargetShape(
        boolean required, boolean many, int lengthMax, int least, int most, List<String> words) {

    public TargetShape {
        words = List.copyOf(words);
    }

    static TargetShape key(int lengthMax) {
        return new TargetShape(true, false, lengthMax, 0, 0, List.of());
    }

    static TargetShape text(int lengthMax) {
        return new TargetShape(false, false, lengthMax, 0, 0, List.of());
    }

    static TargetShape texts(int lengthMax) {
        return new TargetShape(false, true, lengthMax, 0, 0, List.of());
    }

    static TargetShape word(String... words) {
        return new TargetShape(false, false, 32, 0, 0, List.of(words));
    }

    static TargetShape number(int least, int most) {
        return new TargetShape(false, false, 0, least, most, List.of());
    }

    static TargetShape requiredNumber(int least, int most) {
        return new TargetShape(true, false, 0, least, most, List.of());
    }

    /** A date or a flag. */
    static TargetShape plain() {
        return number(0, 0);
    }
}
