package io.penstock.wire;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run is the engine's until its lease ends; every accepted call renews the lease.
 *
 * @param lease sent back in every call of the run
 * @param resumed true when the run was begun by another engine process
 * @param from inclusive start of the window, null for a full run
 * @param until end of the window: when the run was first opened
 */
public record RunOpened(
        UUID run,
        UUID lease,
        int leaseSeconds,
        boolean resumed,
        @Nullable Instant from,
        Instant until,
        List<StreamState> streams) {

    public RunOpened {
        streams = List.copyOf(streams);
    }
}
