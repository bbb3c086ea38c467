package io.penstock.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class RetriesTest {

    private static final RetryLimits LIMITS =
            new RetryLimits(
                    Duration.ofNanos(1_000),
                    Duration.ofMillis(1),
                    10,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private final RetryTally tally = new RetryTally();
    private final Retries retries =
            Retries.of(Side.VENDOR, LIMITS, tally, _ -> met.incrementAndGet());

    private FaultException fault(FaultKind kind) {
        calls.incrementAndGet();
        return new FaultException(kind, "CODE", "It failed.", "");
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 11", "RATE_LIMITED, 11", "MALFORMED, 5", "AUTHENTICATION, 1"})
    void triesAsOftenAsTheKindOfFaultIsWorth(FaultKind kind, int tries) {
        assertThatThrownBy(() ->
                        retries.call(() -> {
                            throw fault(kind);
                        }))
                .isInstanceOfSatisfying(
                        CallFailed.class, e -> assertThat(e.fault().kind()).isEqualTo(kind));
        assertThat(calls).hasValue(tries);
        assertThat(met).hasValue(tries);
        assertThat(tally.repeats()).isEqualTo(tries - 1);
        assertThat(tally.throttled()).isEqualTo(kind == FaultKind.RATE_LIMITED ? tries - 1 : 0);
    }

    @Test
    void countsUnreadableAnswersOfEachCallByThemselves() {
        for (int page = 0; page < 3; page++) {
            calls.set(0);
            var answer =
                    retries.call(() -> {
                        if (calls.get() < 4) {
                            throw fault(FaultKind.MALFORMED);
                        }
                        return "page";
                    });
            assertThat(answer).isEqualTo("page");
        }
    }

    @Test
    void comesBackAsOftenAsItIsAskedTo() {
        var answer =
                retries.call(() -> {
                    if (calls.get() < 25) {
                        throw full(Duration.ofMillis(1));
                    }
                    return "page";
                });

        assertThat(answer).isEqualTo("page");
        assertThat(calls).hasValue(25);
        assertThat(tally.throttled()).isEqualTo(25);
        assertThat(tally.throttledTime()).isBetween(Duration.ofMillis(25), Duration.ofMillis(60));
    }

    /** {@code service.retry-time} may be set to a day, and tries must not end it before. */
    @Test
    void inTheFieldTheTimeAloneCounts() {
        var day = RetryLimits.standard().atMost(Duration.ofDays(1));
        assertThat(day.wholeMax()).isEqualTo(Duration.ofDays(1));
        var quick =
                new RetryLimits(
                        LIMITS.firstDelay(),
                        LIMITS.delayMax(),
                        day.repeatsMax(),
                        LIMITS.wholeMax(),
                        LIMITS.heldMax());
        var answer =
                Retries.of(Side.VENDOR, quick)
                        .call(() -> {
                            if (calls.get() < 100) {
                                throw fault(FaultKind.UNAVAILABLE);
                            }
                            return "page";
                        });
        assertThat(answer).isEqualTo("page");
    }

    @Test
    void givesUpWhenTheTimeForOneCallIsOver() {
        var brief = LIMITS.atMost(Duration.ofMillis(200));

        assertThatThrownBy(() ->
                        Retries.of(Side.PLATFORM, brief)
                                .call(() -> {
                                    throw full(Duration.ofMillis(20));
                                }))
                .isInstanceOfSatisfying(
                        CallFailed.class, e -> assertThat(e.fault().code()).isEqualTo("CODE"));
    }

    /** Without a time to come back at, it is a failure like any other. */
    @Test
    void countsAWaitOfNothing() {
        assertThatThrownBy(() ->
                        retries.call(() -> {
                            throw full(Duration.ZERO);
                        }))
                .isInstanceOf(CallFailed.class);
        assertThat(calls).hasValue(11);
    }

    private FaultException full(Duration wait) {
        return new FaultException(fault(FaultKind.RATE_LIMITED).fault().after(wait));
    }
}
