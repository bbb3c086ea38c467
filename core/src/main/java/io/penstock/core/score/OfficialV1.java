package io.penstock.core.score;

import io.penstock.core.score.FindingTotals.Total;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * The vendor's published formula: criticality × exposure × the sum over the bands of weight ×
 * average × count^0.01, rounded up (etm 5.13). Because of the averages, a fixed weak finding can
 * raise the score; {@link MonotoneV1} mends that.
 *
 * <p>Example: criticality 4, not exposed, 3 × 95, 50 × 65, 20 × 30: 518.
 */
public record OfficialV1(BandWeights weights) implements ScoreStrategy {

    private static final double EXPONENT = 0.01;

    @Override
    public String key() {
        return "official-v1";
    }

    @Override
    public Score score(AssetFacts facts) {
        if (facts.findings().count() == 0) {
            return ScoreSteps.nothing(key());
        }
        var steps = new ScoreSteps();
        for (var band : List.of(FindingBand.values()).reversed()) {
            var total = facts.findings().of(band);
            if (total.count() > 0) {
                add(steps, band, total);
            }
        }
        return steps.weigh(facts).end(key(), RoundingMode.CEILING, 0, MOST);
    }

    private void add(ScoreSteps steps, FindingBand band, Total total) {
        var average =
                BigDecimal.valueOf(total.sum())
                        .divide(BigDecimal.valueOf(total.count()), MathContext.DECIMAL64);
        var crowd = BigDecimal.valueOf(Math.pow((double) total.count(), EXPONENT));
        var points = weights.of(band).multiply(average).multiply(crowd);
        var name = band.name().toLowerCase(Locale.ROOT);
        steps.add(
                name,
                points,
                total.count()
                        + " "
                        + name
                        + " with an average of "
                        + ScoreSteps.exact(average).toPlainString()
                        + ", weight "
                        + weights.of(band).toPlainString()
                        + ", count^0.01 = "
                        + ScoreSteps.exact(crowd).toPlainString()
                        + ".");
    }
}
