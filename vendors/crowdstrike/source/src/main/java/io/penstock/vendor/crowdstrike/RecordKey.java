package io.penstock.vendor.crowdstrike;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a finding stands in the order its stream is read in: by creation, then by id, as the
 * vendor's own cursor does.
 *
 * @param timestamp as the vendor printed it; empty before the first record
 */
record RecordKey(String timestamp, String id) implements Comparable<RecordKey> {

    static final RecordKey NONE = new RecordKey("", "");

    @Override
    public int compareTo(RecordKey other) {
        var byTime = compareTimes(timestamp, other.timestamp);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }

    /** The timestamp as a time, when it is one. */
    Optional<Instant> instant() {
        try {
            return timestamp.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(timestamp));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isAfter(RecordKey other) {
        return compareTo(other) > 0;
    }

    /** Texts of one length compare as they are; a fraction of a second makes them differ. */
    static int compareTimes(String left, String right) {
        if (left.length() == right.length() || left.isEmpty() || right.isEmpty()) {
            return left.compareTo(right);
        }
        try {
            return Instant.parse(left).compareTo(Instant.parse(right));
        } catch (DateTimeException e) {
            return left.compareTo(right);
        }
    }
}
