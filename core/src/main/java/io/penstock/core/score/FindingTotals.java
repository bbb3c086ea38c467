package io.penstock.core.score;

import java.util.Map;

/**
 * The findings of one asset that count, summed up by band.
 *
 * @param bands bands without a finding may be absent
 * @param worst the highest score; 0 without findings
 */
public record FindingTotals(Map<FindingBand, Total> bands, int worst) {

    public static final FindingTotals NONE = new FindingTotals(Map.of(), 0);

    /**
     * @param sum of the scores
     */
    public record Total(long count, long sum) {

        public static final Total NONE = new Total(0, 0);

        public Total {
            if (count < 0 || sum < count) {
                throw new IllegalArgumentException(count + " findings with a sum of " + sum);
            }
        }
    }

    public FindingTotals {
        bands = Map.copyOf(bands);
        var count = bands.values().stream().mapToLong(Total::count).sum();
        if (worst < 0 || worst > 100 || (worst == 0) != (count == 0)) {
            throw new IllegalArgumentException(count + " findings, the worst is " + worst);
        }
    }

    public Total of(FindingBand band) {
        return bands.getOrDefault(band, Total.NONE);
    }

    public long count() {
        return bands.values().stream().mapToLong(Total::count).sum();
    }
}
