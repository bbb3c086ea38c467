package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pace of a session's calls, one for all its threads. The vendor tells with every answer how
 * many calls the customer's account has left in the sliding minute; all clients of the account
 * share them. So this one slows down when a quarter is left, and nearly stops before the last
 * tenth, which it leaves to the others. A refusal for asking too often makes all threads wait.
 */
final class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Between two calls of all threads together when only the others' share is left. */
    private static final Duration SLOWEST = Duration.ofSeconds(2);

    private static final Duration AFTER_COOLING = Duration.ofMillis(100);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration REFUSED_FIRST = Duration.ofSeconds(2);
    private static final Duration FAILED_FIRST = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 5;

    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private Instant coolUntil = Instant.EPOCH;
    private Instant nextCall = Instant.EPOCH;
    private Duration interval = Duration.ZERO;
    private int refusals;
    private int failures;

    Pace(Timing timing) {
        this.timing = timing;
    }

    /**
     * Waits until this thread may call.
     *
     * @throws io.penstock.core.fault.FaultException INTERNAL when the engine stops meanwhile
     */
    void awaitTurn() {
        timing.sleep(turn());
    }

    private Duration turn() {
        lock.lock();
        try {
            var now = timing.clock().instant();
            var cooling = now.isBefore(coolUntil);
            var start = later(now, later(coolUntil, nextCall));
            var gap = cooling && interval.compareTo(AFTER_COOLING) < 0 ? AFTER_COOLING : interval;
            nextCall = start.plus(gap);
            return Duration.between(now, start);
        } finally {
            lock.unlock();
        }
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }

    /** Takes note of a resource call that succeeded; token calls are counted elsewhere. */
    void succeeded(HttpAnswer answer) {
        var limit = number(answer, "x-ratelimit-limit");
        var remaining = number(answer, "x-ratelimit-remaining");
        lock.lock();
        try {
            refusals = 0;
            failures = 0;
            interval = limit < 1 || remaining < 0 ? Duration.ZERO : interval(limit, remaining);
        } finally {
            lock.unlock();
        }
    }

    private static Duration interval(long limit, long remaining) {
        var ours = remaining - limit / 10;
        if (ours > limit / 4) {
            return Duration.ZERO;
        }
        var even = MINUTE.dividedBy(Math.max(1, ours));
        return even.compareTo(SLOWEST) < 0 ? even : SLOWEST;
    }

    /**
     * Takes note of a 429: nobody calls before the vendor wants to be asked again, and a little
     * longer, because calls at that very moment are often refused once more.
     *
     * @return how long to wait
     */
    Duration refused(HttpAnswer answer) {
        lock.lock();
        try {
            var now = timing.clock().instant();
            var asked = RetryMoment.wait(answer, now);
            refusals++;
            var wait =
                    (asked == null ? doubled(REFUSED_FIRST, refusals) : asked.plus(MARGIN))
                            .plus(timing.upTo(MARGIN));
            coolUntil = later(coolUntil, now.plus(wait));
            return Duration.between(now, coolUntil);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes note of an answer that says the vendor failed. Others go on, it may be one page.
     *
     * @return how long to wait before the same call is repeated
     */
    Duration failed(HttpAnswer answer) {
        lock.lock();
        try {
            var asked = RetryMoment.wait(answer, timing.clock().instant());
            failures++;
            var wait = doubled(FAILED_FIRST, failures);
            return asked == null ? wait.plus(timing.upTo(wait)) : asked.plus(MARGIN);
        } finally {
            lock.unlock();
        }
    }

    private static Duration doubled(Duration first, int times) {
        var wait = first.multipliedBy(1L << Math.clamp(times - 1, 0, DOUBLINGS_MAX));
        return wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
    }

    private static long number(HttpAnswer answer, String header) {
        var text = answer.header(header).orElse("").strip();
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
    }
}
