package io.penstock.platform.intake;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A run as its lease and windows go. */
record RunRow(
        long id,
        UUID uuid,
        int profileId,
        String state,
        UUID engine,
        UUID lease,
        long leaseSecondsLeft,
        @Nullable Instant from,
        Instant until,
        boolean cancelRequested) {}
