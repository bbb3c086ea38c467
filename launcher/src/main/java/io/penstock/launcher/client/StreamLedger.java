package io.penstock.launcher.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The ledger of one stream of a run (design section 4, rule 6). Records, except pages.
 *
 * @param kind what the stream brings, such as {@code HOSTS}
 * @param from the stream was read from this time on; null when everything was read
 * @param vendorTotal the vendor's number when the stream was sealed, null before
 * @param announcedTotal the vendor's number as the pages said it, null or negative when unknown
 * @param pagesDone pages that are transformed
 */
public record StreamLedger(
        String stream,
        String kind,
        @Nullable Instant from,
        @Nullable Long vendorTotal,
        @Nullable Long announcedTotal,
        long received,
        long distinct,
        long pages,
        long pagesDone,
        long mapped,
        long rejected,
        long created,
        long updated,
        long unchanged,
        long superseded) {

    /** The number of records to expect, or -1 when nobody has said it yet. */
    public long expected() {
        if (vendorTotal != null && vendorTotal >= 0) {
            return vendorTotal;
        }
        return announcedTotal == null ? -1 : announcedTotal;
    }

    /** Records that have reached their end: the inventory, or the rejected ones. */
    public long settled() {
        return mapped + rejected;
    }

    /** In a delta, what changed once more since it was read has left the window (ADR 0015). */
    private boolean proves(long total) {
        return from == null ? total == distinct : total <= distinct;
    }

    public boolean balances() {
        return imbalances().isEmpty();
    }

    /** Every equation that does not hold, with its numbers; empty when the ledger balances. */
    public List<String> imbalances() {
        var wrong = new ArrayList<String>();
        if (vendorTotal == null || !proves(vendorTotal)) {
            wrong.add(
                    "vendor total "
                            + (vendorTotal == null ? "unknown" : vendorTotal)
                            + " but "
                            + distinct
                            + " distinct received");
        }
        if (received != mapped + rejected) {
            wrong.add(received + " received but " + settled() + " mapped or rejected");
        }
        var outcomes = created + updated + unchanged + superseded;
        if (mapped != outcomes) {
            wrong.add(mapped + " mapped but " + outcomes + " in the inventory's outcomes");
        }
        return List.copyOf(wrong);
    }
}
