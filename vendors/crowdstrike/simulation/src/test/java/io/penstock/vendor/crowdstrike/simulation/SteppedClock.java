package io.penstock.vendor.crowdstrike.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
final class SteppedClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
