package io.penstock.platform.closing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A finding that a hold would close.
 *
 * @param finding the finding's id
 * @param record the source's record of it, which is told to be closed; pass it as {@code after}
 * @param status as it is now
 * @param because {@code FIXED} when the vendor says so, {@code MISSING_FIXED} when it was not
 *     reported any more
 * @param said when that was said, or shown
 */
public record HeldChange(
        UUID finding,
        UUID record,
        String title,
        @Nullable String cveId,
        UUID asset,
        String assetName,
        int severity,
        String status,
        String because,
        Instant said) {}
