package io.penstock.platform.run;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.OrderedRun;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A connection with what is going on in it.
 *
 * @param last the newest run, or null
 * @param lastComplete the newest complete run, or null; the source of freshness
 * @param counts null before a complete full run
 * @param order null unless a run is asked for that no engine has taken yet
 */
public record ConnectionStatus(
        Connection connection,
        List<Profile> profiles,
        ConnectionState state,
        @Nullable RunLedger last,
        @Nullable RunLedger lastComplete,
        @Nullable InventoryCounts counts,
        @Nullable Order order) {

    /**
     * @param engineUp whether an engine waits that will take it
     */
    public record Order(OrderedRun run, boolean engineUp) {}

    public ConnectionStatus {
        profiles = List.copyOf(profiles);
    }

    /** True while pages should refresh themselves. */
    public boolean inFlight() {
        return last != null && last.run().state().inFlight();
    }

    /** A run is asked for and nobody is there to make it (B-16). */
    public boolean waitsForEngine() {
        return order != null && !order.engineUp() && !inFlight();
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
