package io.penstock.platform.check;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A test of a connection.
 *
 * @param answer null while it waits and when nobody answered
 */
public record Check(
        UUID uuid,
        State state,
        String askedBy,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Answer answer) {

    /** Where a test is. */
    public enum State {
        WAITING("An engine that waits for its next run takes it within some seconds."),
        PASSED("Every step worked."),
        FAILED("A step failed; it says which one and how to mend it."),
        EXPIRED(
                "No engine answered within 10 minutes. An engine answers while it waits for its"
                        + " next run: start one with service.cron-expression, or run its command"
                        + " 'check' where the vendor can be reached.");

        private final String sentence;

        State(String sentence) {
            this.sentence = sentence;
        }

        /** What it means and what to do, for a person. */
        public String sentence() {
            return sentence;
        }
    }

    /** How a step ended. */
    public enum Outcome {
        OK,
        FAILED,
        /** Not tried, because an earlier step failed. */
        SKIPPED
    }

    /**
     * What an engine found.
     *
     * @param steps in the order they were tried
     */
    public record Answer(
            Instant answeredAt, String engineVersion, String engineHost, List<Step> steps) {

        public Answer {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param millis how long it took
     * @param hint how to mend it, or empty
     */
    public record Step(String name, Outcome outcome, long millis, String sentence, String hint) {}
}
