package io.penstock.platform.console.frame;

import io.penstock.core.score.Score;
import io.penstock.core.score.ScorePart;
import io.penstock.core.score.ScorePart.Operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A score and the way to it, step by step.
 *
 * @param most the highest there can be
 * @param band critical, severe, high, medium or low
 */
public record ScoreView(int value, int most, String band, String formula, List<Step> steps) {

    /**
     * @param step such as {@code + 63.7} or {@code × 1.3046}
     * @param total after it
     */
    public record Step(String name, String step, String total, String sentence) {}

    public static ScoreView of(Score score, int most, Enum<?> band) {
        var steps = new ArrayList<Step>();
        var total = BigDecimal.ZERO;
        for (var part : score.parts()) {
            total = after(total, part);
            steps.add(new Step(part.name(), shown(part), text(total), part.sentence()));
        }
        return new ScoreView(
                score.value(),
                most,
                band.name().toLowerCase(Locale.ROOT),
                score.formula(),
                List.copyOf(steps));
    }

    private static BigDecimal after(BigDecimal total, ScorePart part) {
        return part.operation() == Operation.ADD
                ? total.add(part.value())
                : total.multiply(part.value());
    }

    private static String shown(ScorePart part) {
        if (part.operation() == Operation.MULTIPLY) {
            return "× " + text(part.value());
        }
        return part.value().signum() < 0
                ? "− " + text(part.value().negate())
                : "+ " + text(part.value());
    }

    private static String text(BigDecimal number) {
        var rounded = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
