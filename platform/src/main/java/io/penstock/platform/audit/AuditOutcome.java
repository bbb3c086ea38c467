package io.penstock.platform.audit;

/** What became of a request. */
public enum AuditOutcome {
    DONE,
    /** The caller may not, or what was asked for cannot be. */
    REFUSED,
    /** The platform could not. */
    FAILED;

    private static final int REFUSED_FROM = 400;
    private static final int FAILED_FROM = 500;

    /** Of the status of an HTTP answer. */
    public static AuditOutcome of(int status) {
        if (status < REFUSED_FROM) {
            return DONE;
        }
        return status < FAILED_FROM ? REFUSED : FAILED;
    }
}
