package io.penstock.platform.run;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A connection with what is going on in it.
 *
 * @param last the newest run, or null
 * @param lastComplete the newest complete run, or null; the source of freshness
 * @param counts null before a complete full run
 */
public record ConnectionStatus(
        Connection connection,
        List<Profile> profiles,
        ConnectionState state,
        @Nullable RunLedger last,
        @Nullable RunLedger lastComplete,
        @Nullable InventoryCounts counts) {

    public ConnectionStatus {
        profiles = List.copyOf(profiles);
    }

    /** True while pages should refresh themselves. */
    public boolean inFlight() {
        return last != null && last.run().state().inFlight();
    }

    /** Processed says the assets are in; findings may still be on their way (S-076, B-20). */
    public boolean findingsImporting() {
        return state == ConnectionState.PROCESSED && inFlight();
    }

    /** The inventory holds what the vendor had at this time; null before a complete run. */
    public @Nullable Instant freshAsOf() {
        return lastComplete == null ? null : lastComplete.run().times().windowUntil();
    }
}
