package io.penstock.platform.console.connection;

import io.penstock.platform.console.run.ProgressView;
import io.penstock.platform.run.ConnectionStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A connection as the list and its own pages show it.
 *
 * @param late true when the run takes longer than the specification promises (S-077)
 */
public record ConnectionView(
        ConnectionStatus status,
        List<ProgressView> progress,
        @Nullable Long hosts,
        @Nullable Long findings,
        boolean late,
        EngineOutlook engine) {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /**
     * @param pace records per second, by stream
     */
    static ConnectionView of(
            ConnectionStatus status, Map<String, Double> pace, EngineOutlook engine, Instant now) {
        var last = status.last();
        var counts = status.counts();
        return new ConnectionView(
                status,
                last == null ? List.of() : ProgressView.of(last, pace),
                counts == null ? null : counts.hosts(),
                counts == null ? null : counts.findings(),
                last != null
                        && status.inFlight()
                        && last.run().times().openedAt().plus(PATIENCE).isBefore(now),
                engine);
    }

    /** Whether something goes on, or is about to. */
    boolean moving() {
        return status.inFlight() || status.order() != null;
    }

    /** How often the page asks again. */
    public String refresh() {
        return moving() ? "every 2s" : "every 15s";
    }

    /** An engine that should make the next run has gone quiet; one that reads is not waited for. */
    public boolean engineSilent() {
        return engine.silentSince() != null && !status.inFlight();
    }

    /** Whether any profile may run. */
    public boolean active() {
        return status.profiles().stream().anyMatch(profile -> profile.active());
    }

    /** The colour of the state's badge: {@code idle}, {@code busy}, {@code good}, … */
    public String tone() {
        return switch (status.state()) {
            case REGISTERED, INACTIVE -> "idle";
            case SCHEDULED -> status.waitsForEngine() ? "warn" : "busy";
            case PROCESSING -> "busy";
            case PROCESSED -> status.findingsImporting() ? "busy" : "good";
            case WAITING, PARTIAL -> "warn";
            case ERROR -> "bad";
        };
    }
}
