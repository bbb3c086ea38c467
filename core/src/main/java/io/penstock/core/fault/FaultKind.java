package io.penstock.core.fault;

/**
 * The kind of a fault. Whether a call is repeated is a property of the kind, never of a message.
 */
public enum FaultKind {
    /** A setting is missing or wrong: a person must change it. */
    CONFIGURATION(false),
    /** The other side does not know who we are. */
    AUTHENTICATION(false),
    /** The other side knows us and does not let us do this. */
    PERMISSION(false),
    /** The thing asked for does not exist. */
    NOT_FOUND(false),
    /** Somebody else holds the thing, or it has moved on. */
    CONFLICT(false),
    /** Asked too often; the fault carries how long to wait when the other side said so. */
    RATE_LIMITED(true),
    /** Not reachable, timed out, or failing inside. */
    UNAVAILABLE(true),
    /** An answer that cannot be read, such as a body cut off in the middle. */
    MALFORMED(true),
    /** A defect of ours. */
    INTERNAL(false);

    private final boolean retryable;

    FaultKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** True when the same call may succeed later without anybody changing anything. */
    public boolean retryable() {
        return retryable;
    }
}
