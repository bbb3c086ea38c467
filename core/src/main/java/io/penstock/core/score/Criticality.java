package io.penstock.core.score;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much an asset matters (etm 5.12): the highest criticality of its tags, 2 without any.
 *
 * @param value 1 lowest to 5 highest
 * @param tag whose it is, of several the first by name; empty for the default
 */
public record Criticality(int value, String tag) {

    public static final Criticality DEFAULT = new Criticality(2, "");

    public Criticality {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException("no criticality: " + value);
        }
    }

    public static Criticality of(Collection<AssetTag> tags) {
        return tags.stream()
                .flatMap(Criticality::said)
                .max(
                        Comparator.comparingInt(Criticality::value)
                                .thenComparing(Criticality::tag, Comparator.reverseOrder()))
                .orElse(DEFAULT);
    }

    private static Stream<Criticality> said(AssetTag tag) {
        var value = tag.criticality();
        return value == null ? Stream.empty() : Stream.of(new Criticality(value, tag.name()));
    }

    public String sentence() {
        return tag.isEmpty()
                ? "Criticality " + value + ": no tag says otherwise."
                : "Criticality " + value + " by the tag '" + tag + "'.";
    }
}
