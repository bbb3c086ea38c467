package io.penstock.platform.console.connection;

import io.penstock.platform.console.run.ProgressView;
import io.penstock.platform.run.ConnectionStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A connection as the list and its own page show it.
 *
 * @param late true when the run takes longer than the specification promises (S-077)
 */
public record ConnectionView(
        ConnectionStatus status,
        List<ProgressView> progress,
        @Nullable Long hosts,
        @Nullable Long findings,
        boolean late) {

    private static final Duration PATIENCE = Duration.ofHours(2);

    static ConnectionView of(ConnectionStatus status, Instant now) {
        var last = status.last();
        var counts = status.counts();
        return new ConnectionView(
                status,
                last == null ? List.of() : ProgressView.of(last),
                counts == null ? null : counts.hosts(),
                counts == null ? null : counts.findings(),
                last != null
                        && status.inFlight()
                        && last.run().times().openedAt().plus(PATIENCE).isBefore(now));
    }

    /** How often the page asks again: often while something moves. */
    public String refresh() {
        return status.inFlight() ? "every 2s" : "every 15s";
    }

    /** The colour of the state's badge: {@code idle}, {@code busy}, {@code good}, … */
    public String tone() {
        return switch (status.state()) {
            case REGISTERED, INACTIVE -> "idle";
            case SCHEDULED, PROCESSING -> "busy";
            case PROCESSED -> status.findingsImporting() ? "busy" : "good";
            case WAITING, PARTIAL -> "warn";
            case ERROR -> "bad";
        };
    }
}
