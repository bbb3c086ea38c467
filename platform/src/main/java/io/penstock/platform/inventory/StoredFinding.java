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

    /** True when {@code incoming} is the younger word. */
    boolean olderThan(MappedFinding incoming, long runId) {
        return new RecordVersion(incoming.changedAt(), runId, incoming.contentHash())
                .youngerThan(new RecordVersion(changedAt, changedRun, contentHash));
    }
}
