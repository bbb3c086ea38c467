package io.penstock.platform.inventory;

import java.util.ArrayList;
import java.util.List;

/** The ledger of a page and every record of it that was rejected, with its reason. */
public record LoadResult(PageLedger ledger, List<RejectedRecord> rejected) {

    public LoadResult {
        rejected = List.copyOf(rejected);
    }

    /** With records that were rejected before the load saw them. */
    public LoadResult and(List<RejectedRecord> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(rejected);
        all.addAll(more);
        return new LoadResult(ledger.andRejected(more.size()), all);
    }
}
