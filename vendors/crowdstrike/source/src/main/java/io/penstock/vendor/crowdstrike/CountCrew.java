package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks the vendor for several counts at once. A count that fails is asked for again a few times
 * here, because otherwise one failure in a hundred would throw away all the others.
 */
final class CountCrew {

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final Timing timing;

    CountCrew(Timing timing) {
        this.timing = timing;
    }

    /**
     * The results in the order of the questions.
     *
     * @param atOnce never more than so many are asked at the same time
     */
    <T> List<T> all(List<Supplier<T>> questions, int atOnce) {
        if (questions.size() <= 1 || atOnce <= 1) {
            return questions.stream().map(this::patiently).toList();
        }
        var size = Math.min(atOnce, questions.size());
        try (var threads =
                Executors.newFixedThreadPool(
                        size, Thread.ofVirtual().name("count-", 0).factory())) {
            var calls = questions.stream().<Callable<T>>map(q -> () -> patiently(q)).toList();
            return threads.invokeAll(calls).stream().map(this::result).toList();
        } catch (InterruptedException e) {
            throw Timing.stopping(e);
        }
    }

    private <T> T result(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw Timing.stopping(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FaultException fault) {
                throw new FaultException(fault.fault(), fault);
            }
            throw new IllegalStateException("a count failed", e.getCause());
        }
    }

    /** Asks until an answer comes or repeating makes no sense. */
    <T> T patiently(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (FaultException e) {
                if (attempt >= ATTEMPTS || !e.fault().kind().retryable()) {
                    throw e;
                }
                var usual = FIRST_WAIT.multipliedBy(1L << attempt);
                timing.sleep(e.fault().requestedWait().orElse(usual.plus(timing.upTo(usual))));
            }
        }
    }
}
