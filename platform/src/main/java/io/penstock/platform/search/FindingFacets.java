package io.penstock.platform.search;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the matching findings split up.
 *
 * @param bySeverity 1 to 5 → findings, every severity present
 * @param byStatus NEW, ACTIVE, FIXED, REOPENED → findings, every status present
 * @param exact false when counting took too long and only the worst {@value ResultPage#COUNT_MAX}
 *     were counted
 */
public record FindingFacets(
        Map<Integer, Long> bySeverity, Map<String, Long> byStatus, boolean exact) {

    public FindingFacets {
        bySeverity = Collections.unmodifiableMap(new TreeMap<>(bySeverity));
        byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
    }
}
