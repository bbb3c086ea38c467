package io.penstock.platform.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Identifying all hosts of a tenant anew.
 *
 * @param reason one sentence
 * @param phase {@code KEYS}, {@code IDENTIFY} or {@code DONE}
 * @param hostsDone of {@code hostsTotal} in this phase
 * @param moved records that belong to another asset than before
 * @param failure why the last step failed; it is tried again
 */
public record IdentityJob(
        UUID uuid,
        String reason,
        String askedBy,
        Instant askedAt,
        String phase,
        long hostsTotal,
        long hostsDone,
        long moved,
        String failure,
        @Nullable Instant endedAt) {}
