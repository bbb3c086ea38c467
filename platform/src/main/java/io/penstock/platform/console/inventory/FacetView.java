package io.penstock.platform.console.inventory;

import io.penstock.platform.console.frame.Paging;
import io.penstock.platform.search.FindingFacets;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A count that narrows the list down when it is followed.
 *
 * @param key severity digit or status word, for the chip's colour
 * @param address the list with this condition added
 */
public record FacetView(String key, long count, String address) {

    private static final int WORST = 5;

    /** Worst first. */
    static List<FacetView> severities(FindingFacets facets, Paging paging) {
        return IntStream.rangeClosed(1, WORST)
                .map(rank -> WORST + 1 - rank)
                .mapToObj(severity ->
                        new FacetView(
                                Integer.toString(severity),
                                facets.bySeverity().getOrDefault(severity, 0L),
                                narrowed(paging, "finding.severity:" + severity)))
                .toList();
    }

    static List<FacetView> statuses(FindingFacets facets, Paging paging) {
        return Stream.of("NEW", "ACTIVE", "REOPENED", "FIXED")
                .map(status ->
                        new FacetView(
                                status,
                                facets.byStatus().getOrDefault(status, 0L),
                                narrowed(paging, "finding.status:" + status)))
                .toList();
    }

    private static String narrowed(Paging paging, String condition) {
        var query = paging.query().strip();
        if (query.isEmpty()) {
            return paging.of(condition);
        }
        var present = (" " + query + " ").contains(" " + condition + " ");
        return paging.of(present ? query : "(" + query + ") and " + condition);
    }
}
