package io.penstock.platform.trend;

import io.penstock.platform.run.RunState;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * How fresh the inventory is of one stream of a profile.
 *
 * @param until everything the vendor had then is in the inventory; null when nothing is proved
 * @param lastRun the connection's newest run; null before the first
 */
public record StreamFreshness(
        Source source,
        String stream,
        State state,
        @Nullable Instant until,
        @Nullable LastRun lastRun) {

    /** Which profile of which connection reads it. */
    public record Source(
            UUID connection,
            String connectionName,
            String sourceLabel,
            UUID profile,
            String profileName) {}

    /** A run and how it went, or goes. */
    public record LastRun(UUID run, RunState state) {}

    /** The worst first. */
    public enum State {
        NEVER("Never complete", "No run has proved this stream complete yet."),
        STALE("Stale", "Its watermark is older than penstock.trend.stale."),
        LATE("Late", "Its watermark is older than penstock.trend.late."),
        CURRENT("Current", "Everything the vendor had a short while ago is in the inventory."),
        INACTIVE("Inactive", "Its profile is not active, so nobody reads it.");

        private final String label;
        private final String explanation;

        State(String label, String explanation) {
            this.label = label;
            this.explanation = explanation;
        }

        /** The word a person reads. */
        public String label() {
            return label;
        }

        public String explanation() {
            return explanation;
        }
    }
}
