package io.penstock.platform.run;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Who made a run, what went wrong in it, and what was done about that.
 *
 * @param engineVersion empty for a replay and for an uploaded file
 * @param engineHost empty for a replay and for an uploaded file
 * @param openedBy the person who asked for a replay or sent a file; empty for an engine's run
 * @param source the run whose pages are replayed; null for others
 * @param incidents empty when nothing went wrong
 */
public record RunCourse(
        String engineVersion,
        String engineHost,
        String openedBy,
        @Nullable UUID source,
        List<Incident> incidents) {

    public RunCourse {
        incidents = List.copyOf(incidents);
    }

    /** What can go wrong. */
    public enum IncidentKind {
        ENGINE_GONE,
        SLICE_READ_AGAIN,
        SLICE_CUT,
        SLICE_INCOMPLETE,
        PAGE_BROKEN
    }

    /**
     * @param stream the stream's name; empty when it concerns the whole run
     * @param count how often
     * @param what the first of them, one sentence
     * @param done what was done about them, one sentence
     */
    public record Incident(
            IncidentKind kind, String stream, long count, String what, String done) {}
}
