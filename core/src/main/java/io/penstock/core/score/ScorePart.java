package io.penstock.core.score;

import java.math.BigDecimal;

/**
 * One step on the way to a score.
 *
 * @param name stable, such as {@code cvss} or {@code criticality}
 * @param value points to add, or the factor to multiply by; at most four decimals
 * @param sentence what a person reads
 */
public record ScorePart(String name, Operation operation, BigDecimal value, String sentence) {

    /** What a step does to what the steps before it gave. */
    public enum Operation {
        ADD,
        MULTIPLY
    }

    public ScorePart {
        if (name.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException("a part of a score has a name and a sentence");
        }
    }

    BigDecimal after(BigDecimal before) {
        return switch (operation) {
            case ADD -> before.add(value);
            case MULTIPLY -> before.multiply(value);
        };
    }
}
