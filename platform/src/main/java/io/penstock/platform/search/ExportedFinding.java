package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A finding as an export has it: all of {@link FindingDetail} but its single sources and events,
 * and the machine it is on.
 */
public record ExportedFinding(
        FindingRow row,
        FindingDetail.Vulnerability vulnerability,
        FindingDetail.Origin origin,
        Times times,
        Machine machine) {

    /**
     * When it changed, beside the first and the last sight, which the row has.
     *
     * @param missingSince since when complete full runs have not reported it
     */
    public record Times(
            @Nullable Instant fixedAt,
            @Nullable Instant reopenedAt,
            @Nullable Instant missingSince,
            Instant changedAt) {}
}
