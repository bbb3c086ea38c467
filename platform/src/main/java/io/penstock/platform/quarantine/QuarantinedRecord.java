package io.penstock.platform.quarantine;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A rejected record with where it came from.
 *
 * @param cursor names it, and is the {@code after} of what follows
 * @param key the vendor's id, or empty
 * @param reasonForm the reason without the values in it
 * @param line of an uploaded file; null for others
 */
public record QuarantinedRecord(
        String cursor,
        UUID connection,
        UUID run,
        String stream,
        String key,
        String field,
        String reason,
        String reasonForm,
        String excerpt,
        @Nullable Integer line,
        String mapName,
        int mapVersion,
        Instant rejectedAt,
        Resolution resolution) {

    /**
     * @param run that mapped it, or rejected a later version; null while it is in quarantine
     * @param outcome MAPPED, REJECTED_AGAIN or empty
     */
    public record Resolution(@Nullable UUID run, String outcome) {}
}
