package io.penstock.platform.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A report and how far it is.
 *
 * @param number rises with each one that is asked for
 * @param username who asked
 */
public record Report(
        long number, UUID id, String username, ReportOrder order, Progress progress, Times times) {

    /**
     * @param rows in the file so far
     * @param totalRows there are to be; null until they are counted
     * @param bytes of the file as it is handed out; 0 until it is complete
     * @param storedBytes of the file as it is kept, compressed; 0 until it is complete
     * @param reason why it failed or was cancelled, or empty
     * @param attempt the one that makes it or made it, which names the file; null before the first
     */
    public record Progress(
            ReportState state,
            long rows,
            @Nullable Long totalRows,
            long bytes,
            long storedBytes,
            String reason,
            @Nullable UUID attempt) {}

    /** The start is that of the last attempt. */
    public record Times(Instant askedAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {}
}
