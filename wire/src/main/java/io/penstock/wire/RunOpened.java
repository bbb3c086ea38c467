package io.penstock.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run is the engine's until its lease ends; every accepted call renews the lease.
 *
 * @param lease sent back in every call of the run
 * @param resumed true when the run was begun by another engine process
 * @param kind {@code FULL} reads everything, {@code DELTA} what changed since each stream's
 *     watermark
 * @param until end of the window: when the run was first opened
 */
public record RunOpened(
        UUID run,
        UUID lease,
        int leaseSeconds,
        boolean resumed,
        String kind,
        Instant until,
        List<StreamState> streams) {

    public RunOpened {
        streams = List.copyOf(streams);
    }
}
