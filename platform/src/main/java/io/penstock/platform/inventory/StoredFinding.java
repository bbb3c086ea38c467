package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What the inventory holds of a finding, as far as a newer word can move it. */
record StoredFinding(
        UUID contentHash,
        Instant changedAt,
        long changedRun,
        FindingStatus status,
        boolean expired,
        Instant firstFound,
        @Nullable Instant fixedAt,
        @Nullable Instant reopenedAt) {

    /**
     * True when {@code incoming} is the younger word: by the vendor's own time; at the same time
     * the later run, and within one run the greater hash, so that the order of arrival never
     * matters.
     */
    boolean olderThan(MappedFinding incoming, long runId) {
        var byTime = incoming.changedAt().compareTo(changedAt);
        if (byTime != 0) {
            return byTime > 0;
        }
        if (runId != changedRun) {
            return runId > changedRun;
        }
        return incoming.contentHash().compareTo(contentHash) > 0;
    }
}
