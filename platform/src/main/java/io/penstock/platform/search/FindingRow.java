package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A finding as a list shows it.
 *
 * @param severity 1 minimal to 5 urgent
 * @param status NEW, ACTIVE, FIXED or REOPENED
 * @param product the software the finding is about, or empty
 * @param vendorProductName the product that reported it, such as {@code Spotlight}
 * @param score 1 to 100, that of its vulnerability; null for the moment until it is scored
 */
public record FindingRow(
        UUID id,
        UUID assetId,
        String assetName,
        String title,
        @Nullable String cveId,
        int severity,
        String status,
        Instant firstFound,
        Instant lastFound,
        String product,
        boolean suppressed,
        boolean expired,
        String vendorProductName,
        @Nullable Integer score) {}
