package io.penstock.platform.acceptance;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision of a person about findings.
 *
 * @param state as of now
 * @param revoked null while nobody has revoked it
 */
public record Acceptance(
        UUID uuid, Kind kind, State state, Target target, Given given, @Nullable Revoked revoked) {

    /** What was decided. */
    public enum Kind {
        /** It is there and stays; it counts in every score and is shown apart. */
        RISK_ACCEPTED,
        /** It is not there; it counts in no score. */
        FALSE_POSITIVE
    }

    /** How far a decision reaches. */
    public enum Scope {
        FINDING,
        CVE_ON_ASSET,
        CVE
    }

    /** Whether it holds. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /**
     * What it is about.
     *
     * @param finding of scope FINDING
     * @param asset of scope CVE_ON_ASSET, the asset its host belongs to now; null when it is gone
     * @param cve of the other scopes, and of a finding with one
     */
    public record Target(
            Scope scope, @Nullable UUID finding, @Nullable UUID asset, @Nullable String cve) {}

    /** Who decided it, why, and for how long. */
    public record Given(String reason, String by, Instant at, Instant until) {}

    /** Who took it back. */
    public record Revoked(String by, Instant at, String reason) {}
}
