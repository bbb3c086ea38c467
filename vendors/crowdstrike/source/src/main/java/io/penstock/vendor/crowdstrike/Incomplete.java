package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** The faults of a page that contradicts the vendor's own count. All may be read again. */
final class Incomplete {

    private Incomplete() {}

    static FaultException page(Endpoint endpoint, CursorPosition next, PageScan page, int limit) {
        return page(endpoint, next.walked(), page.total(), page.records(), limit);
    }

    static FaultException page(Endpoint endpoint, long walked, long total, int records, int limit) {
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_PAGE_INCOMPLETE",
                "CrowdStrike ended a page of "
                        + endpoint.path()
                        + " after "
                        + records
                        + " of "
                        + limit
                        + " records although only "
                        + walked
                        + " of "
                        + total
                        + " records have been read.",
                "The page is read again; a slice that stays short is never taken as complete.");
    }

    static FaultException loop(Endpoint endpoint) {
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_CURSOR_LOOPS",
                "CrowdStrike's cursor for "
                        + endpoint.path()
                        + " leads back to records that have"
                        + " been read before.",
                "Reading goes on from the last record instead of the cursor.");
    }

    static FaultException expired(Endpoint endpoint) {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "VENDOR_CURSOR_EXPIRED",
                "CrowdStrike's cursor for " + endpoint.path() + " expired while it was followed.",
                "Reading goes on from the last record instead of the cursor.");
    }

    static FaultException oversized(Endpoint endpoint, int idsMax, int lengthMax) {
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_IDS_OVERSIZED",
                "CrowdStrike's answer to "
                        + endpoint.path()
                        + " names more than "
                        + idsMax
                        + " ids or an id of more than "
                        + lengthMax
                        + " characters.",
                "");
    }

    static FaultException total(Endpoint endpoint) {
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_TOTAL_MISSING",
                "CrowdStrike's answer to "
                        + endpoint.path()
                        + " does not say how many records"
                        + " there are (meta.pagination.total).",
                "");
    }

    static FaultException facet(String block, int missing, int records) {
        return new FaultException(
                FaultKind.MALFORMED,
                "VENDOR_FACET_MISSING",
                missing
                        + " of "
                        + records
                        + " findings on a page lack the block '"
                        + block
                        + "' that was asked for (facet="
                        + block
                        + ").",
                "Without it findings would lose their meaning, so the page is not accepted.");
    }
}
