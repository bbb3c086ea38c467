package io.penstock.vendor.crowdstrike.simulation.record;

import java.time.Instant;

/** Times as the vendor writes them: RFC 3339, UTC, whole seconds. */
final class Stamp {

    private Stamp() {}

    static String of(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}
