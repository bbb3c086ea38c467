package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.source.Settings;

import java.util.List;
import java.util.stream.Stream;

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

    /**
     * The same with smaller pages of findings to begin with.
     *
     * @param settings may name the size, see {@code page-size}
     * @throws FaultException CONFIGURATION when it is no number within the vendor's limits
     */
    ReadPlan sized(Settings settings) {
        var text = settings.find(FalconDescriptor.PAGE_SIZE).orElse("");
        if (text.isEmpty()) {
            return this;
        }
        var size = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (size < pageSizes.getLast() || size > pageSizes.getFirst()) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "VENDOR_PAGE_SIZE_WRONG",
                    "The connection's setting 'page-size' is '"
                            + text
                            + "', allowed are "
                            + pageSizes.getLast()
                            + " to "
                            + pageSizes.getFirst()
                            + ".",
                    "Leave it empty for pages of " + pageSizes.getFirst() + ".");
        }
        var sizes = Stream.concat(Stream.of(size), pageSizes.stream().filter(step -> step < size));
        return new ReadPlan(sizes.toList(), hostPage, hostWindow, combinedPages, facets);
    }
}
