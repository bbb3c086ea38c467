package io.penstock.core.score;

import io.penstock.core.score.FindingTotals.Total;

import java.util.Collection;
import java.util.EnumMap;

/** Sums up scores as the platform's database does. */
final class Totals {

    private Totals() {}

    /**
     * @param scores each 1 to 100
     */
    static FindingTotals of(Collection<Integer> scores) {
        var bands = new EnumMap<FindingBand, Total>(FindingBand.class);
        for (var band : FindingBand.values()) {
            var within = scores.stream().filter(s -> s >= band.from() && s <= band.to()).toList();
            bands.put(
                    band,
                    new Total(within.size(), within.stream().mapToInt(Integer::intValue).sum()));
        }
        return new FindingTotals(
                bands, scores.stream().mapToInt(Integer::intValue).max().orElse(0));
    }
}
