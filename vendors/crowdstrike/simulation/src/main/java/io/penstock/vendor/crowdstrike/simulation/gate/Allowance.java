package io.penstock.vendor.crowdstrike.simulation.gate;

/**
 * What a limit says to a call.
 *
 * @param limit calls a minute
 * @param remaining how many more there may be now
 * @param retryAfter epoch seconds when there is room again, or {@link #ALLOWED}
 */
public record Allowance(int limit, int remaining, long retryAfter) {

    static final long ALLOWED = -1;

    /** True when the call may go on. */
    public boolean allowed() {
        return retryAfter == ALLOWED;
    }
}
