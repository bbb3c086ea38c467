package io.penstock.core.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * When a source saw a host, in milliseconds.
 *
 * @param known false when the source does not say; then it may have been any time
 */
record Lifetime(long first, long last, boolean known) {

    /** Vendors round what they saw last to the hour or the day. */
    private static final long ROUNDING = Duration.ofHours(24).toMillis();

    static Lifetime of(Instant firstSeen, Instant lastSeen) {
        var first = millis(firstSeen);
        var last = millis(lastSeen);
        if (first <= 0 && last <= 0) {
            return new Lifetime(0, 0, false);
        }
        if (first <= 0 || last <= 0) {
            return new Lifetime(Math.max(first, last), Math.max(first, last), true);
        }
        return new Lifetime(first, Math.max(first, last), true);
    }

    /**
     * Whether both were there at one time. An overlap within the rounding may be one machine that
     * was installed anew; but not when it is most of the shorter one's life: then both live.
     */
    boolean sameTime(Lifetime other) {
        if (!known || !other.known) {
            return true;
        }
        var overlap = overlap(other);
        var shorter = Math.min(last - first, other.last - other.first);
        return overlap > ROUNDING || (overlap >= 0 && overlap * 2 >= shorter);
    }

    private long overlap(Lifetime other) {
        return Math.min(last, other.last) - Math.max(first, other.first);
    }

    /** Far-off times are cut, so that differences do not overflow. */
    private static long millis(Instant time) {
        return time.getEpochSecond() > Integer.MAX_VALUE * 1_000L
                ? Integer.MAX_VALUE * 1_000_000L
                : Math.max(0, time.getEpochSecond()) * 1_000L + time.getNano() / 1_000_000;
    }
}
