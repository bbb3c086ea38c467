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
    boolean olderThan(MappedFinding incoming, LoadContext context) {
        return version(incoming.changedAt(), context.runId(), incoming.contentHash(), context)
                .youngerThan(version(changedAt, changedRun, contentHash, context));
    }

    private static RecordVersion version(
            Instant changedAt, long run, UUID contentHash, LoadContext context) {
        return new RecordVersion(changedAt, context.evidence(run), run, contentHash);
    }
}
