package io.penstock.platform.inventory;

import java.util.Map;

/**
 * Whose page is loaded: the tenant, its connection and the run that brought it.
 *
 * @param replays of a replayed page: the connection's replays → the run whose pages each goes
 *     through; empty for a page fresh from the vendor, which is younger than all of them
 */
public record LoadContext(int tenantId, int connectionId, long runId, Map<Long, Long> replays) {

    public LoadContext {
        replays = Map.copyOf(replays);
    }

    public LoadContext(int tenantId, int connectionId, long runId) {
        this(tenantId, connectionId, runId, Map.of());
    }

    /** The run that read from the vendor what {@code run} wrote. */
    long evidence(long run) {
        return replays.getOrDefault(run, run);
    }

    /** The run that read this page from the vendor. */
    public long evidence() {
        return evidence(runId);
    }
}
