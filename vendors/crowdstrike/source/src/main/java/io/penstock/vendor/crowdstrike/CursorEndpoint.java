package io.penstock.vendor.crowdstrike;

import java.util.List;

/**
 * A call that is read by cursor.
 *
 * @param facets blocks asked for on every page; the vendor leaves out, without a word, what is not
 *     asked for
 */
record CursorEndpoint(Endpoint endpoint, StreamKey key, List<String> facets) {

    CursorEndpoint {
        facets = List.copyOf(facets);
    }

    static CursorEndpoint findings(ReadPlan plan) {
        return new CursorEndpoint(Endpoint.VULNERABILITIES, StreamKey.FINDINGS, plan.facets());
    }

    /** Which field belongs to which block of a host is not documented; so all are asked for. */
    static CursorEndpoint hosts() {
        return new CursorEndpoint(
                Endpoint.HOSTS_COMBINED,
                StreamKey.HOSTS,
                List.of("system_insights", "third_party", "risk_factors"));
    }

    /** A page, or a count when the limit is 1. */
    Query query(String filter, int limit, String direction) {
        var query =
                Query.EMPTY
                        .with("filter", filter)
                        .with("limit", limit)
                        .with("sort", key.order() + "|" + direction);
        for (var facet : facets) {
            query = query.with("facet", facet);
        }
        return query;
    }
}
