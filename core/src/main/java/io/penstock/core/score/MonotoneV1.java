package io.penstock.core.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Our own formula: worst score × spread × criticality × exposure, rounded half up, where spread = 1
 * + 0.08 × log2(1 + critical + 0.5 × high + 0.2 × medium). Every factor can only fall when a
 * finding goes away or gets weaker, and so can the score (ADR 0022).
 *
 * <p>Example: criticality 4, not exposed, 3 × 95, 50 × 65, 20 × 30: 95 × 1.3046 × 4 = 496.
 */
public record MonotoneV1() implements ScoreStrategy {

    private static final double STEP = 0.08;

    @Override
    public String key() {
        return "monotone-v1";
    }

    @Override
    public Score score(AssetFacts facts) {
        var findings = facts.findings();
        if (findings.count() == 0) {
            return ScoreSteps.nothing(key());
        }
        var steps =
                new ScoreSteps()
                        .add(
                                "worst",
                                BigDecimal.valueOf(findings.worst()),
                                "The worst finding has a score of " + findings.worst() + ".")
                        .multiply("spread", spread(findings), sentence(findings));
        return steps.weigh(facts).end(key(), RoundingMode.HALF_UP, 0, MOST);
    }

    /** Whole tenths, so that no order of adding can matter. */
    private static BigDecimal spread(FindingTotals findings) {
        var tenths =
                10 * findings.of(FindingBand.CRITICAL).count()
                        + 5 * findings.of(FindingBand.HIGH).count()
                        + 2 * findings.of(FindingBand.MEDIUM).count();
        return BigDecimal.valueOf(1 + STEP * Math.log(1 + tenths / 10.0) / Math.log(2));
    }

    private static String sentence(FindingTotals findings) {
        return findings.of(FindingBand.CRITICAL).count()
                + " critical, "
                + findings.of(FindingBand.HIGH).count()
                + " high, "
                + findings.of(FindingBand.MEDIUM).count()
                + " medium and "
                + findings.of(FindingBand.LOW).count()
                + " low findings; a low one adds nothing.";
    }
}
