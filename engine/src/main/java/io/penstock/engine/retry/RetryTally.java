package io.penstock.engine.retry;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultKind;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What was repeated on one side, and waited for. Counted by many threads, never reset. */
public final class RetryTally {

    private final LongAdder repeats = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder throttledNanos = new LongAdder();

    void repeats(Fault fault, Duration after) {
        repeats.increment();
        if (fault.kind() == FaultKind.RATE_LIMITED) {
            throttled.increment();
            throttledNanos.add(after.toNanos());
        }
    }

    /** Calls made once more. */
    public long repeats() {
        return repeats.sum();
    }

    /** Those of them that the other side had put off: too many calls, or a full backlog. */
    public long throttled() {
        return throttled.sum();
    }

    /** How long those waited, all threads together. */
    public Duration throttledTime() {
        return Duration.ofNanos(throttledNanos.sum());
    }
}
