package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Locale;

/**
 * The tenant in time. Reading takes the present one and is never held up; moving on makes the next
 * one beside it, one thread at a time. The same steps after the same seed give the same tenant.
 */
public final class Timeline {

    public static final int DAYS_MAX = 365;

    private final Object moving = new Object();
    private volatile Tenant now;

    public Timeline(Tenant start) {
        this.now = start;
    }

    /** The tenant of the present; stays as it is for whoever holds it. */
    public Tenant now() {
        return now;
    }

    /**
     * Moves the present on.
     *
     * @param seconds 1 to {@value #DAYS_MAX} days
     * @param share of all findings that change, 0 to 1; a tenth of it for hosts
     * @throws IllegalArgumentException with a sentence when a bound is passed
     */
    public Tenant advance(long seconds, double share) {
        if (seconds < 1 || seconds > DAYS_MAX * 86_400L) {
            throw new IllegalArgumentException(
                    "The tenant cannot advance by "
                            + seconds
                            + " seconds, allowed are 1 second to "
                            + DAYS_MAX
                            + " days.");
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "The share of change is %s, allowed are 0 to 1.", share));
        }
        synchronized (moving) {
            bounded(share * now.findings());
            now = new Churn(now, seconds).changed(share);
            return now;
        }
    }

    /**
     * Lets a second pass in which some findings move.
     *
     * @throws IllegalArgumentException with a sentence when too much has changed already
     */
    public Tenant move(int findings) {
        synchronized (moving) {
            bounded(findings);
            now = new Churn(now, 1).moved(findings);
            return now;
        }
    }

    /** Whether so many more findings may move. */
    public boolean room(int more) {
        return now.overlay().rows() + more <= Overlay.ROWS_MAX;
    }

    private void bounded(double more) {
        double rows = now.overlay().rows() + more;
        if (rows > Overlay.ROWS_MAX) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "The tenant would have some %.0f changed findings since it was"
                                    + " opened, allowed are %d; start it anew.",
                            rows,
                            Overlay.ROWS_MAX));
        }
    }
}
