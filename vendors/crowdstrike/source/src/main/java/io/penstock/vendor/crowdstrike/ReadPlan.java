package io.penstock.vendor.crowdstrike;

import java.util.List;

/**
 * How much is asked of the vendor at once.
 *
 * @param pageSizes findings per page, largest first; reading starts with the first and steps down
 *     when pages arrive broken or late
 * @param hostPage hosts per page; the vendor's limit is 100
 * @param hostWindow what {@code offset + limit} of a host query may reach
 * @param combinedPages hosts per page of the combined call, largest first
 * @param facets blocks asked for with every finding; the vendor leaves out, without a word, what is
 *     not asked for
 */
record ReadPlan(
        List<Integer> pageSizes,
        int hostPage,
        int hostWindow,
        List<Integer> combinedPages,
        List<String> facets) {

    ReadPlan {
        pageSizes = List.copyOf(pageSizes);
        combinedPages = List.copyOf(combinedPages);
        facets = List.copyOf(facets);
    }

    static ReadPlan standard() {
        return new ReadPlan(
                List.of(5_000, 2_500, 1_000, 500, 100),
                100,
                10_000,
                List.of(1_000, 500, 250, 100),
                List.of("cve", "host_info", "remediation"));
    }
}
