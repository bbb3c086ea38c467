package io.penstock.platform.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person said of two records.
 *
 * @param request names all decisions that were made at once
 * @param action {@code MERGE}, {@code SPLIT}, {@code PIN} or {@code FORBID}
 * @param kind {@code TOGETHER} or {@code APART}
 * @param cursor grows with every decision
 */
public record IdentityDecision(
        UUID uuid,
        UUID request,
        String action,
        String kind,
        UUID recordA,
        UUID recordB,
        Made made,
        long cursor) {

    /** By whom and why, and who took it back. */
    public record Made(
            String by,
            Instant at,
            String reason,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt) {}
}
