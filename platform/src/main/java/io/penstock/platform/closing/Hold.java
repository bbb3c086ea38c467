package io.penstock.platform.closing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The closings of one run that were more than the breaker lets through.
 *
 * @param runId grows with every run; pages of holds are keyed by it
 * @param closings findings that the run would have closed
 * @param waiting how many of them still wait; less when the vendor has taken some back
 * @param openBefore findings of the connection that were open before the run
 * @param reason which limit, one sentence
 */
public record Hold(
        long runId,
        UUID run,
        UUID connection,
        State state,
        long closings,
        long waiting,
        long openBefore,
        String reason,
        Instant heldAt,
        Decision decision) {

    /** Where it is. */
    public enum State {
        OPEN,
        RELEASED,
        REJECTED,
        /** Nothing is left to decide: the vendor has taken every closing back. */
        OVERTAKEN
    }

    /**
     * What became of it.
     *
     * @param by who decided, or empty
     * @param note what they said, or empty
     * @param doneAt when the decision had reached the last finding; null before
     */
    public record Decision(
            String by, @Nullable Instant at, String note, @Nullable Instant doneAt) {}
}
