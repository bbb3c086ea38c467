package io.penstock.platform.run;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Derives a connection's state; it is never stored and never set by hand (etm 5.5). */
public final class ConnectionStates {

    private ConnectionStates() {}

    /**
     * @param active whether any profile is active
     * @param planned whether a run is asked for, or an engine waits for the time of the first one
     * @param last the newest run, or null before the first
     * @param now to judge whether the engine of an open run is still there
     */
    public static ConnectionState of(
            boolean active, boolean planned, @Nullable RunLedger last, Instant now) {
        if (last != null && last.run().state().inFlight()) {
            return inFlight(last, now);
        }
        if (!active) {
            return ConnectionState.INACTIVE;
        }
        if (planned) {
            return ConnectionState.SCHEDULED;
        }
        return last == null ? ConnectionState.REGISTERED : ended(last);
    }

    private static ConnectionState inFlight(RunLedger ledger, Instant now) {
        var run = ledger.run();
        if (run.state() == RunState.READING && run.times().leaseUntil().isBefore(now)) {
            return ConnectionState.WAITING;
        }
        if (run.times().assetsDoneAt() != null) {
            return ConnectionState.PROCESSED;
        }
        var planned = ledger.streams().stream().anyMatch(stream -> stream.slices().planned() > 0);
        return planned ? ConnectionState.PROCESSING : ConnectionState.SCHEDULED;
    }

    private static ConnectionState ended(RunLedger ledger) {
        return switch (ledger.run().state()) {
            case COMPLETE -> ConnectionState.PROCESSED;
            case INCOMPLETE -> ConnectionState.PARTIAL;
            case FAILED -> ConnectionState.ERROR;
            case CANCELLED ->
                    ledger.received() > 0 ? ConnectionState.PARTIAL : ConnectionState.REGISTERED;
            case READING, TRANSFORMING ->
                    throw new IllegalArgumentException("the run has not ended");
        };
    }
}
