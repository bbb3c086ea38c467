package io.penstock.platform.replay;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What somebody wants to go through again.
 *
 * @param run whose stored pages
 * @param map through which map; null for the one the run's profile uses now
 * @param version of that map; null for its newest
 */
public record ReplayOrder(
        UUID run, @Nullable UUID map, @Nullable Integer version, Selection selection) {

    /** Which records. */
    public sealed interface Selection {}

    /** All that a complete run brought. */
    public record AllPages() implements Selection {}

    /**
     * Those of the run that are still in quarantine, and that these words fit.
     *
     * @param stream or empty for any
     * @param field or empty for any
     * @param reason the reason's form as the quarantine counts it, or empty for any
     * @param record a record's cursor in the quarantine, or empty for all
     */
    public record Rejects(String stream, String field, String reason, String record)
            implements Selection {}
}
