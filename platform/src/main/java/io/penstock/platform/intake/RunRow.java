package io.penstock.platform.intake;

import io.penstock.platform.reading.RunKind;

import java.time.Instant;
import java.util.UUID;

/** A run as its lease and window go. */
record RunRow(
        long id,
        UUID uuid,
        int profileId,
        String state,
        UUID engine,
        UUID lease,
        long leaseSecondsLeft,
        RunKind kind,
        Instant until,
        boolean cancelRequested) {}
