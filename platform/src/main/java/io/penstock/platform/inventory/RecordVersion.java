package io.penstock.platform.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Which of two words on the same thing is the younger: by the vendor's own time; at the same time
 * the one read from the vendor later; of the same reading that of the later run, which is a replay
 * of it (ADR 0017); and within one run the one with the greater hash, so that the order of arrival
 * never matters (design section 4, rule 2).
 *
 * @param evidence the run that read it from the vendor
 * @param runId the run that wrote it; the same one unless that was a replay
 */
record RecordVersion(Instant changedAt, long evidence, long runId, UUID contentHash)
        implements Comparable<RecordVersion> {

    private static final Comparator<RecordVersion> BY_AGE =
            Comparator.comparing(RecordVersion::changedAt)
                    .thenComparingLong(RecordVersion::evidence)
                    .thenComparingLong(RecordVersion::runId)
                    .thenComparing(RecordVersion::contentHash);

    @Override
    public int compareTo(RecordVersion other) {
        return BY_AGE.compare(this, other);
    }

    boolean youngerThan(RecordVersion other) {
        return compareTo(other) > 0;
    }
}
