package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Findings, worst first: severity, then last found, newest first. */
@Component
public class FindingSearch {

    /**
     * @param query text of the query language; blank means all
     * @param after a {@link ResultPage#next()} of the same query, or null for the first page
     * @param limit 1 to 500
     */
    public ResultPage<FindingRow> find(
            int tenantId, String query, @Nullable String after, int limit) {
        throw new UnsupportedOperationException(query + after + limit + tenantId);
    }

    public Optional<FindingDetail> get(int tenantId, UUID findingId) {
        throw new UnsupportedOperationException(tenantId + " " + findingId);
    }

    public FindingFacets facets(int tenantId, String query) {
        throw new UnsupportedOperationException(tenantId + query);
    }
}
