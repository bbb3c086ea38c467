package io.penstock.core.finding;

import org.jspecify.annotations.Nullable;

/**
 * The status of a finding (etm 5.9). Codes are what the database holds.
 *
 * <p>Only a newer word of the vendor moves a finding: a page that is sent again moves nothing.
 */
public enum FindingStatus {
    NEW(1),
    ACTIVE(2),
    FIXED(3),
    REOPENED(4);

    private final short code;

    FindingStatus(int code) {
        this.code = (short) code;
    }

    public short code() {
        return code;
    }

    public static FindingStatus of(int code) {
        for (var status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("no finding status has code " + code);
    }

    /** The transition table of etm 5.9, for a finding that is not stored yet. */
    public static FindingStatus first(SourceStatus word) {
        return switch (word) {
            case OPEN, EXPIRED -> NEW;
            case REOPENED -> REOPENED;
            case FIXED -> FIXED;
        };
    }

    /** The transition table of etm 5.9, for newer evidence on a stored finding. */
    public FindingStatus next(SourceStatus word) {
        return switch (word) {
            case OPEN -> this == FIXED ? REOPENED : ACTIVE;
            case REOPENED -> REOPENED;
            case FIXED -> FIXED;
            case EXPIRED -> this;
        };
    }

    /** What the vendor's record says, after the map's value map (B-08). */
    public enum SourceStatus {
        OPEN,
        REOPENED,
        FIXED,
        /** The vendor lost sight of the host; says nothing of the finding. */
        EXPIRED;

        /** The word of that name; a missing one counts as open. Null when it is none of these. */
        public static @Nullable SourceStatus find(String word) {
            if (word.isEmpty()) {
                return OPEN;
            }
            for (var status : values()) {
                if (status.name().equals(word)) {
                    return status;
                }
            }
            return null;
        }
    }
}
