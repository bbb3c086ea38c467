package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus.SourceStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One vendor's word on one finding, ready to be stored; its texts are told by their content keys.
 *
 * @param contentHash over everything below and the time of the change
 */
public record MappedFinding(
        int index,
        UUID findingId,
        UUID hostId,
        Instant changedAt,
        UUID contentHash,
        UUID vulnerabilityKey,
        @Nullable UUID remediationKey,
        State state,
        Words words,
        Keys keys) {

    /** What moves. */
    public record State(
            SourceStatus status,
            int severity,
            boolean suppressed,
            Instant firstFound,
            Instant lastFound) {}

    /** Short texts kept in the row. */
    public record Words(
            String externalId, String subType, String detectionMethod, String product) {}

    /**
     * What tells it apart from others of its asset.
     *
     * @param matchKey see {@link io.penstock.core.finding.FindingKey}
     * @param port 0 to 65535
     * @param protocol in lower case
     */
    public record Keys(
            long matchKey,
            @Nullable Integer port,
            @Nullable String protocol,
            @Nullable String vendorFindingId) {}
}
