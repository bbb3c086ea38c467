package io.penstock.platform.search;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An asset as a list shows it.
 *
 * @param sources labels of the sources that contributed to it, such as {@code CrowdStrike
 *     Spotlight}
 * @param criticality 1 to 5
 * @param score 0 to 1000
 * @param minimal made from what a finding said of its host, which was never reported itself
 * @param openBySeverity severity → findings in NEW, ACTIVE or REOPENED; severities without any are
 *     absent
 */
public record AssetRow(
        UUID id,
        String name,
        String operatingSystem,
        List<String> ipAddresses,
        List<String> sources,
        int criticality,
        int score,
        Instant firstSeen,
        Instant lastSeen,
        boolean minimal,
        Map<Integer, Long> openBySeverity) {

    public AssetRow {
        ipAddresses = List.copyOf(ipAddresses);
        sources = List.copyOf(sources);
        openBySeverity = Collections.unmodifiableMap(new TreeMap<>(openBySeverity));
    }
}
