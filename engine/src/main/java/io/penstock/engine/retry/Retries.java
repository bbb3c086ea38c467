package io.penstock.engine.retry;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.event.ExecutionScheduledEvent;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one place where calls are repeated. Whether is told by the fault's kind, when by the other
 * side if it said so, else by a delay that doubles; both are jittered, so that many threads do not
 * come back at once. Who is told when to come back may come as often as the time allows: a full
 * platform or a vendor's limit is no failure.
 */
public final class Retries {

    /** The code of a call that was given up because the engine stops. */
    public static final String STOPPING = "ENGINE_STOPPING";

    /** An answer that stays unreadable will hardly become readable: no call gets more tries. */
    public static final int MALFORMED_TRIES_MAX = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final double JITTER = 0.2;

    /** What was asked for, plus so much that the jitter never takes from it. */
    private static final int ASKED_PERCENT = 126;

    private static final Duration NO_WAIT_ASKED = Duration.ofMillis(-1);
    private static final Duration HELD_POLL = Duration.ofSeconds(15);
    private static final String HELD = "RUN_HELD";

    private final Side side;
    private final RetryPolicy<Object> policy;
    private final int repeatsMax;
    private final Consumer<Fault> met;

    private Retries(Side side, RetryPolicy<Object> policy, int repeatsMax, Consumer<Fault> met) {
        this.side = side;
        this.policy = policy;
        this.repeatsMax = repeatsMax;
        this.met = met;
    }

    /** Repeats calls whose fault may pass by itself. */
    public static Retries of(Side side, RetryLimits limits) {
        return of(side, limits, new RetryTally());
    }

    /**
     * @param tally counts what is repeated
     */
    public static Retries of(Side side, RetryLimits limits, RetryTally tally) {
        return of(side, limits, tally, _ -> {});
    }

    /**
     * @param met hears of every fault, repeated or not
     */
    public static Retries of(Side side, RetryLimits limits, RetryTally tally, Consumer<Fault> met) {
        var policy =
                policy(fault -> fault.kind().retryable(), tally)
                        .withBackoff(limits.firstDelay(), limits.delayMax())
                        .withMaxDuration(limits.wholeMax())
                        .withDelayFn(context -> askedWait(context, NO_WAIT_ASKED));
        return new Retries(side, policy.build(), limits.repeatsMax(), met);
    }

    /** Waits while another engine holds the connection. */
    public static Retries whileHeld(RetryLimits limits) {
        var policy =
                policy(fault -> fault.code().equals(HELD), new RetryTally())
                        .withMaxDuration(limits.heldMax())
                        .withDelayFn(context -> askedWait(context, HELD_POLL));
        return new Retries(Side.PLATFORM, policy.build(), Integer.MAX_VALUE, _ -> {});
    }

    private static RetryPolicyBuilder<Object> policy(
            Predicate<Fault> worthRepeating, RetryTally tally) {
        return RetryPolicy.builder()
                .handleIf((result, error) ->
                        error instanceof FaultException f && worthRepeating.test(f.fault()))
                // Counted below; Failsafe would count what was asked for, too.
                .withMaxRetries(-1)
                .withJitter(JITTER)
                .onRetryScheduled(event -> told(event, tally));
    }

    private static Duration askedWait(ExecutionContext<Object> context, Duration otherwise) {
        return context.getLastException() instanceof FaultException f
                ? f.fault()
                        .requestedWait()
                        .map(w -> w.multipliedBy(ASKED_PERCENT).dividedBy(100))
                        .orElse(otherwise)
                : otherwise;
    }

    private static void told(ExecutionScheduledEvent<Object> event, RetryTally tally) {
        if (event.getLastException() instanceof FaultException f) {
            tally.repeats(f.fault(), event.getDelay());
        }
        LOG.warn(
                "{} Trying again in {} ms.",
                String.valueOf(event.getLastException().getMessage()),
                event.getDelay().toMillis());
    }

    /**
     * @throws CallFailed when the call failed for good
     */
    public <T> T call(Supplier<T> call) {
        try {
            return attempt(call);
        } catch (FaultException e) {
            throw new CallFailed(side, e.fault(), e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new CallFailed(
                    side, Fault.of(FaultKind.INTERNAL, STOPPING, "The engine is stopping."), e);
        }
    }

    /**
     * Like {@link #call}, but the last fault comes as it is.
     *
     * @throws CallFailed when the answer stayed unreadable
     */
    public <T> T attempt(Supplier<T> call) {
        var tries = new Tries();
        try {
            return Failsafe.with(policy).get(() -> counted(call, tries));
        } catch (GivenUpException e) {
            throw e.fault;
        }
    }

    private <T> T counted(Supplier<T> call, Tries tries) {
        try {
            return call.get();
        } catch (FaultException e) {
            met.accept(e.fault());
            if (e.fault().kind() == FaultKind.MALFORMED
                    && tries.malformed.incrementAndGet() >= MALFORMED_TRIES_MAX) {
                throw new CallFailed(side, e.fault(), e);
            }
            if (!asksToWait(e.fault()) && tries.unasked.getAndIncrement() >= repeatsMax) {
                throw new GivenUpException(e);
            }
            throw e;
        }
    }

    private static boolean asksToWait(Fault fault) {
        return fault.requestedWait().filter(Duration::isPositive).isPresent();
    }

    /** What one call has used up; a call may be repeated by another thread. */
    private static final class Tries {
        private final AtomicInteger malformed = new AtomicInteger();
        private final AtomicInteger unasked = new AtomicInteger();
    }

    /** Passes Failsafe by: the fault behind it is not to be repeated any more. */
    private static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient FaultException fault;

        GivenUpException(FaultException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
