package io.penstock.core.score;

import io.penstock.core.score.ScorePart.Operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of one score; one thread. */
final class ScoreSteps {

    /** Decimals of a part; what is finer is in no source of ours. */
    static final int DECIMALS = 4;

    private static final BigDecimal EXPOSED = new BigDecimal("1.2");

    private final List<ScorePart> parts = new ArrayList<>();

    ScoreSteps add(String name, BigDecimal points, String sentence) {
        parts.add(new ScorePart(name, Operation.ADD, exact(points), sentence));
        return this;
    }

    ScoreSteps multiply(String name, BigDecimal factor, String sentence) {
        parts.add(new ScorePart(name, Operation.MULTIPLY, exact(factor), sentence));
        return this;
    }

    /** Criticality and exposure multiply in every strategy. */
    ScoreSteps weigh(AssetFacts facts) {
        var exposed = facts.exposure().internetFacing();
        return multiply(
                        "criticality",
                        BigDecimal.valueOf(facts.criticality().value()),
                        facts.criticality().sentence())
                .multiply(
                        "exposure",
                        exposed ? EXPOSED : BigDecimal.ONE,
                        facts.exposure().sentence());
    }

    /** Without a finding that counts there is nothing to weigh. */
    static Score nothing(String formula) {
        return new ScoreSteps()
                .add(
                        "findings",
                        BigDecimal.ZERO,
                        "No finding counts: none is open, or all are false positives.")
                .end(formula, RoundingMode.HALF_UP, 0, 0);
    }

    /** A value as parts hold it. */
    static BigDecimal exact(BigDecimal value) {
        var rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Brings what the parts give to a whole number between the bounds; that is a part too. */
    Score end(String formula, RoundingMode rounding, int least, int most) {
        var total = Score.total(parts);
        var whole = total.setScale(0, rounding).intValueExact();
        if (whole > most) {
            last("limit", most, total, "A score ends at " + most + ".");
        } else if (whole < least) {
            last("limit", least, total, "A score begins at " + least + ".");
        } else if (total.compareTo(BigDecimal.valueOf(whole)) != 0) {
            last("rounding", whole, total, "Rounded " + word(rounding) + " to " + whole + ".");
        }
        return new Score(formula, Math.clamp(whole, least, most), parts);
    }

    /** Not cut to four decimals: it has to meet the whole number. */
    private void last(String name, int goal, BigDecimal total, String sentence) {
        var step = BigDecimal.valueOf(goal).subtract(total).stripTrailingZeros();
        parts.add(new ScorePart(name, Operation.ADD, step, sentence));
    }

    private static String word(RoundingMode rounding) {
        return rounding == RoundingMode.CEILING ? "up" : "half up";
    }
}
