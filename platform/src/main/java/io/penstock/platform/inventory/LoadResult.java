package io.penstock.platform.inventory;

import java.util.List;

/** The ledger of a page and every record of it that was rejected, with its reason. */
public record LoadResult(PageLedger ledger, List<RejectedRecord> rejected) {

    public LoadResult {
        rejected = List.copyOf(rejected);
    }
}
