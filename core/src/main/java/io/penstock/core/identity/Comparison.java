package io.penstock.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What other rules would do to the assets there are.
 *
 * @param before assets before
 * @param after assets after
 * @param unchanged assets with the same records before and after
 * @param merged assets after that take records of several assets before
 * @param split assets before whose records go to several assets after
 * @param mergedSamples the first of them by asset id
 * @param splitSamples the first of them by asset id
 */
public record Comparison(
        long before,
        long after,
        long unchanged,
        long merged,
        long split,
        List<Sample> mergedSamples,
        List<Sample> splitSamples) {

    /** Most samples of each kind, and most ids of a sample's lists. */
    public static final int SAMPLES_MAX = 50;

    /** Nothing compared yet. */
    public static final Comparison NONE = new Comparison(0, 0, 0, 0, 0, List.of(), List.of());

    private static final Comparator<Sample> BY_ASSET = Comparator.comparing(Sample::assetId);

    public Comparison {
        mergedSamples = List.copyOf(mergedSamples);
        splitSamples = List.copyOf(splitSamples);
    }

    /**
     * One asset that changes.
     *
     * @param assetId the one that takes records in, or gives them away
     * @param others the assets it takes them from, or gives them to; sorted, at most {@value
     *     #SAMPLES_MAX}
     * @param hostIds its records, at most {@value #SAMPLES_MAX}
     */
    public record Sample(UUID assetId, List<UUID> others, List<UUID> hostIds) {
        public Sample {
            others = List.copyOf(others);
            hostIds = List.copyOf(hostIds);
        }
    }

    /** Compares two identifications of the same records. */
    public static Comparison of(Collection<Cluster> before, Collection<Cluster> after) {
        var old = new HashSet<>(before);
        var merged = scattered(after, byHost(before));
        var split = scattered(before, byHost(after));
        var unchanged = after.stream().filter(old::contains).count();
        return new Comparison(
                before.size(),
                after.size(),
                unchanged,
                merged.size(),
                split.size(),
                first(merged),
                first(split));
    }

    /** Both together; components may be compared one by one in any order. */
    public Comparison plus(Comparison other) {
        return new Comparison(
                before + other.before,
                after + other.after,
                unchanged + other.unchanged,
                merged + other.merged,
                split + other.split,
                both(mergedSamples, other.mergedSamples),
                both(splitSamples, other.splitSamples));
    }

    private static Map<UUID, UUID> byHost(Collection<Cluster> clusters) {
        var assets = new HashMap<UUID, UUID>();
        for (var cluster : clusters) {
            cluster.hostIds().forEach(id -> assets.put(id, cluster.assetId()));
        }
        return assets;
    }

    /** The clusters whose records are of several assets on the other side. */
    private static List<Sample> scattered(Collection<Cluster> clusters, Map<UUID, UUID> otherSide) {
        var samples = new ArrayList<Sample>();
        for (var cluster : clusters) {
            var others = new TreeSet<UUID>();
            for (var host : cluster.hostIds()) {
                others.add(otherSide.getOrDefault(host, host));
            }
            if (others.size() > 1) {
                samples.add(
                        new Sample(
                                cluster.assetId(),
                                others.stream().limit(SAMPLES_MAX).toList(),
                                cluster.hostIds().stream().limit(SAMPLES_MAX).toList()));
            }
        }
        return samples;
    }

    private static List<Sample> both(List<Sample> one, List<Sample> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return first(all);
    }

    private static List<Sample> first(List<Sample> samples) {
        return samples.stream().sorted(BY_ASSET).limit(SAMPLES_MAX).toList();
    }
}
