package io.penstock.source;

/**
 * One step of a connection test.
 *
 * @param name what was tried, such as {@code Token} or {@code Vulnerabilities: Read}
 * @param outcome whether it worked
 * @param millis how long it took
 * @param sentence what was found, or what and where it failed; without secrets
 * @param hint how to mend it; empty when it worked
 */
public record CheckStep(String name, Outcome outcome, long millis, String sentence, String hint) {

    /** How a step ended. */
    public enum Outcome {
        OK,
        FAILED,
        /** Not tried, because an earlier step failed. */
        SKIPPED
    }
}
