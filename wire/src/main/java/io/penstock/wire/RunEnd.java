package io.penstock.wire;

/**
 * The engine will read no more in this run.
 *
 * @param faultCode empty unless FAILED
 * @param message one sentence for the console, without secrets
 */
public record RunEnd(Outcome outcome, String faultCode, String message) {

    /** How reading ended. */
    public enum Outcome {
        /** Every slice was read to its end and judged. */
        READ,
        /** Reading stopped by a fault; what was delivered stays. */
        FAILED,
        /** A person cancelled. */
        CANCELLED
    }
}
