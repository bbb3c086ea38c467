package io.penstock.core.score;

import java.math.BigDecimal;

/**
 * How much the average of each band counts in {@link OfficialV1}, 0 to 10 each. The vendor prints
 * none; these fit both of its worked examples (etm 5.13).
 */
public record BandWeights(BigDecimal critical, BigDecimal high, BigDecimal medium, BigDecimal low) {

    public static final BandWeights DEFAULT = of(1.0, 0.6, 0.4, 0.2);

    public BandWeights {
        for (var weight : new BigDecimal[] {critical, high, medium, low}) {
            if (weight.signum() < 0 || weight.compareTo(BigDecimal.TEN) > 0) {
                throw new IllegalArgumentException(
                        "the weight of a band is " + weight + ", allowed are 0 to 10");
            }
        }
    }

    public static BandWeights of(double critical, double high, double medium, double low) {
        return new BandWeights(
                BigDecimal.valueOf(critical),
                BigDecimal.valueOf(high),
                BigDecimal.valueOf(medium),
                BigDecimal.valueOf(low));
    }

    BigDecimal of(FindingBand band) {
        return switch (band) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        };
    }
}
