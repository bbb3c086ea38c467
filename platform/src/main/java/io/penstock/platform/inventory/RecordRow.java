package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;
import io.penstock.platform.inventory.MappedFinding.Keys;
import io.penstock.platform.inventory.MappedFinding.Words;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code finding_record}, or of {@code finding}: what one record says, or what several
 * come to.
 */
record RecordRow(UUID id, Place place, Content content, State state, Said said) {

    /** On which machine, and from where. */
    record Place(int connectionId, UUID hostId, UUID assetId) {}

    /**
     * @param hash of the vendor's words that the row shows; zeros when any report is to be looked
     *     at, see {@link RecordWords#rowHash()}
     */
    record Content(
            UUID hash,
            Instant changedAt,
            long createdRun,
            long changedRun,
            long vulnerabilityId,
            @Nullable Long remediationId) {}

    /** What its words come to. */
    record State(
            FindingStatus status,
            boolean expired,
            @Nullable Instant missingSince,
            Instant firstFound,
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt) {}

    /** What the newest word brought with it. */
    record Said(int severity, boolean suppressed, Instant lastFound, Words words, Keys keys) {}

    /** The asset and the class of records that it may share a finding with. */
    FindingClass findingClass() {
        return new FindingClass(place.assetId(), said.keys().matchKey());
    }

    /** The same on another asset. */
    RecordRow on(UUID assetId) {
        var moved = new Place(place.connectionId(), place.hostId(), assetId);
        return new RecordRow(id, moved, content, state, said);
    }
}
