package io.penstock.vendor.crowdstrike;

import java.time.Instant;
import java.util.Optional;

/**
 * The outermost record of a key range.
 *
 * @param total records in the range
 * @param timestamp the record's key as the vendor printed it; empty when no record came
 */
record RangeEdge(long total, String timestamp) {

    /** The key as a time, when it is one. */
    Optional<Instant> instant() {
        return new RecordKey(timestamp, "").instant();
    }
}
