package io.penstock.core.fault;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that went wrong.
 *
 * @param kind decides about retries
 * @param code stable, upper case with underscores, such as {@code VENDOR_SECRET_REFUSED}
 * @param message one sentence: what failed, on which thing, the observed value and the limit; never
 *     a secret
 * @param hint how to mend it, or empty
 * @param retryAfter how long the other side asked us to wait, when it said so
 */
public record Fault(
        FaultKind kind, String code, String message, String hint, @Nullable Duration retryAfter) {

    public Fault {
        if (code.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException("a fault needs a code and a message");
        }
    }

    public static Fault of(FaultKind kind, String code, String message) {
        return new Fault(kind, code, message, "", null);
    }

    public static Fault of(FaultKind kind, String code, String message, String hint) {
        return new Fault(kind, code, message, hint, null);
    }

    public Fault after(Duration delay) {
        return new Fault(kind, code, message, hint, delay);
    }

    /** The wait the other side asked for. */
    public Optional<Duration> requestedWait() {
        return Optional.ofNullable(retryAfter);
    }

    /** Message and hint as the one line a person reads. */
    public String sentence() {
        return hint.isBlank() ? message : message + " " + hint;
    }
}
