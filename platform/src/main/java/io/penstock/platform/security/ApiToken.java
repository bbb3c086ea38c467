package io.penstock.platform.security;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A token that lasts, without its text.
 *
 * @param owner whose it is; it is dead while the owner is disabled
 * @param role what it allows at most
 * @param lastUsedAt to the minute; null when it never was
 * @param lastAddress where it was used last, or empty
 */
public record ApiToken(
        UUID uuid,
        UUID ownerUuid,
        String owner,
        String name,
        Role role,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String lastAddress,
        State state) {

    /** Whether it opens anything. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED,
        /** Its owner is disabled, or may less than it allows. */
        DEAD
    }
}
