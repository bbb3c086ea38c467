package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to an asset.
 *
 * @param sentence what it was
 * @param note a person's reason, or empty
 * @param by who decided it; empty when nobody did
 * @param run that brought it; null for others
 * @param cursor where the entries before it begin
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        String sentence,
        String note,
        String by,
        @Nullable UUID run,
        String cursor) {

    /** What it is about. */
    public enum Kind {
        /** A record came to the asset or went away. */
        IDENTITY,
        /** A person's word on which records are one machine. */
        DECISION,
        /** The score became another one. */
        SCORE,
        /** Findings that one run showed for the first time, or whose status it changed. */
        FINDINGS,
        /** A person accepted a risk, or called a finding a false positive. */
        ACCEPTANCE,
        /** A person put a tag on it. */
        TAG
    }
}
