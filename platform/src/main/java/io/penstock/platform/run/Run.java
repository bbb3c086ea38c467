package io.penstock.platform.run;

import io.penstock.platform.reading.RunKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One execution of a profile.
 *
 * @param id grows with every run of the platform; pages of runs are keyed by it
 * @param trigger {@code on-demand} or {@code cron}
 */
public record Run(
        long id,
        Subject subject,
        RunState state,
        RunKind kind,
        String trigger,
        Times times,
        Outcome outcome) {

    /** What ran. */
    public record Subject(
            UUID run,
            UUID connection,
            String connectorKey,
            UUID profile,
            String mapName,
            int mapVersion) {}

    /**
     * When.
     *
     * @param windowUntil the data is as of this time
     * @param assetsDoneAt when the asset stage was complete (S-075)
     * @param leaseUntil the engine counts as present until then
     */
    public record Times(
            Instant openedAt,
            Instant windowUntil,
            Instant leaseUntil,
            @Nullable Instant assetsDoneAt,
            @Nullable Instant readEndedAt,
            @Nullable Instant endedAt) {}

    /**
     * How it went.
     *
     * @param faultCode stable, or empty
     * @param message sentences, or empty
     * @param held the closings that the breaker held; null when it did not
     */
    public record Outcome(
            String faultCode, String message, boolean cancelRequested, @Nullable Held held) {}

    /**
     * Closings that wait, or waited, for a person.
     *
     * @param state {@code OPEN} while nobody has decided
     * @param closings findings that the run would have closed
     */
    public record Held(String state, long closings) {}

    public UUID uuid() {
        return subject.run();
    }
}
