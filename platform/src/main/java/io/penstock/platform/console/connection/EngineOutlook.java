package io.penstock.platform.console.connection;

import io.penstock.platform.engine.Presences.Presence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the engines of a connection have said of themselves (B-18).
 *
 * @param nextRun by the schedule of an engine that is up; null when there is none
 * @param silentSince when an engine with a schedule was heard of last, while none is up; else null
 * @param heard whether any was heard of lately
 */
public record EngineOutlook(
        @Nullable Instant nextRun, @Nullable Instant silentSince, boolean heard) {

    /**
     * @param presences newest first
     */
    static EngineOutlook of(List<Presence> presences, Instant now) {
        var up = presences.stream().filter(Presence::up).toList();
        var next =
                up.stream()
                        .flatMap(engine -> engine.nextRuns().stream())
                        .filter(at -> at.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        var silent =
                presences.stream()
                        .filter(engine -> up.isEmpty() && !engine.schedule().isEmpty())
                        .map(Presence::seenAt)
                        .findFirst()
                        .orElse(null);
        return new EngineOutlook(next, silent, !presences.isEmpty());
    }
}
