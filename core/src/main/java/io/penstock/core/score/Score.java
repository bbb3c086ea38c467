package io.penstock.core.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score and how it came about. Taken in order from zero, the parts give exactly the score; an
 * instance for which they do not cannot be made.
 *
 * <p>Example: {@code ADD 63.7, ADD 16.975, ADD 0.325} is 81.
 *
 * @param formula name and version of the formula, such as {@code monotone-v1}
 */
public record Score(String formula, int value, List<ScorePart> parts) {

    public Score {
        parts = List.copyOf(parts);
        var told = total(parts);
        if (told.compareTo(BigDecimal.valueOf(value)) != 0) {
            throw new IllegalArgumentException("the parts give " + told + ", not " + value);
        }
    }

    static BigDecimal total(Iterable<ScorePart> parts) {
        var total = BigDecimal.ZERO;
        for (var part : parts) {
            total = part.after(total);
        }
        return total;
    }
}
