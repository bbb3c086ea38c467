package io.penstock.engine.retry;

import java.time.Duration;

/**
 * How patient the engine is.
 *
 * @param firstDelay before the first repetition; doubles up to {@code delayMax}
 * @param repeatsMax repetitions of one call; those at a time the other side asked for do not count
 * @param wholeMax time for one call with all its repetitions
 * @param heldMax how long to wait for a connection another engine works on
 */
public record RetryLimits(
        Duration firstDelay,
        Duration delayMax,
        int repeatsMax,
        Duration wholeMax,
        Duration heldMax) {

    /**
     * For the field, where a vendor or a platform may be restarted meanwhile: as long as an
     * operator may ask for at most, so that {@link #atMost} decides. Time alone counts.
     */
    public static RetryLimits standard() {
        return new RetryLimits(
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Integer.MAX_VALUE,
                Duration.ofDays(1),
                Duration.ofMinutes(10));
    }

    /** The same, but no call is repeated for longer; the delays shrink with a short time. */
    public RetryLimits atMost(Duration patience) {
        return new RetryLimits(
                shorter(firstDelay, patience.dividedBy(4)),
                shorter(delayMax, patience.dividedBy(2)),
                repeatsMax,
                shorter(wholeMax, patience),
                heldMax);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
