package io.penstock.wire;

import java.time.Instant;
import java.util.List;

/**
 * What a waiting engine says of itself (B-18).
 *
 * @param schedule its cron expression, or empty
 * @param zone the schedule's time zone
 * @param nextRuns the next moments of the schedule, at most {@link #MOMENTS_MAX}
 * @param lastResult how its last run ended, such as {@code COMPLETE}; empty before the first
 * @param lastFault why that failed, or empty
 */
public record EnginePresence(
        String engineVersion,
        String engineHost,
        String schedule,
        String zone,
        List<Instant> nextRuns,
        String lastResult,
        String lastFault) {

    public static final int MOMENTS_MAX = 5;

    public EnginePresence {
        nextRuns = List.copyOf(nextRuns);
    }
}
