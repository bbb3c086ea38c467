package io.penstock.platform.search;

import java.util.List;

/**
 * Findings by one of their properties.
 *
 * @param total how many groups there are, those included that are beyond the limit
 * @param findings of all groups; of sources, a finding counts once for each
 * @param exact false when counting took too long and only the worst {@value ResultPage#COUNT_MAX}
 *     findings were counted
 */
public record FindingGroups(
        GroupBy by, List<Group> groups, long total, long findings, boolean exact) {

    public FindingGroups {
        groups = List.copyOf(groups);
    }

    /**
     * @param label what a person reads
     * @param query finds exactly these findings
     */
    public record Group(String label, long findings, String query) {}
}
