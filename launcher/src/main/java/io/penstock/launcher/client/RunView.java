package io.penstock.launcher.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A run as the platform shows it.
 *
 * @param state one of READING, TRANSFORMING, COMPLETE, INCOMPLETE, FAILED, CANCELLED
 * @param message why it ended so; empty when it is complete
 * @param balanced what the platform itself says of its ledger
 */
public record RunView(
        UUID uuid, String state, String message, boolean balanced, List<StreamLedger> streams) {

    private static final Set<String> IN_FLIGHT = Set.of("READING", "TRANSFORMING");

    public RunView {
        // A list of runs leaves the streams out.
        streams = Objects.requireNonNullElse(streams, List.of());
        streams = List.copyOf(streams);
    }

    public boolean ended() {
        return !IN_FLIGHT.contains(state);
    }

    /** True when the run cannot go on without an engine. */
    public boolean settled() {
        return ended() || "READING".equals(state);
    }

    public boolean complete() {
        return "COMPLETE".equals(state);
    }

    public Optional<StreamLedger> stream(String name) {
        return streams.stream().filter(stream -> stream.stream().equals(name)).findFirst();
    }

    /** True when the run is complete, and by the platform's word and by ours nothing is missing. */
    public boolean good() {
        return complete() && balanced && streams.stream().allMatch(StreamLedger::balances);
    }
}
