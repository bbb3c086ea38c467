package io.penstock.core.transform;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers of a bounded size: a short text such as 1e999999999 must not become gigabytes. */
final class Numbers {

    /** Most digits, and most places the point may be moved. */
    static final int DIGITS_MAX = 40;

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(trimmed);
            return Math.abs((long) number.scale()) > DIGITS_MAX
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
