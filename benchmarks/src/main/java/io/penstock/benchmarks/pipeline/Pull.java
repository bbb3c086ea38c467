package io.penstock.benchmarks.pipeline;

import java.time.Duration;
import java.util.Map;

/**
 * One pull of the tenant.
 *
 * @param findings received in it
 * @param whole from the engine's start until the run was complete
 * @param pages from the arrival of the first page of findings until the last one was in the
 *     inventory
 * @param cpu the CPU time it took, by process
 */
record Pull(long findings, Duration whole, Duration pages, Map<String, Duration> cpu) {

    Pull {
        cpu = Map.copyOf(cpu);
    }

    double perSecond() {
        return rate(findings, whole);
    }

    double perSecondOfPages() {
        return rate(findings, pages);
    }

    static double rate(long count, Duration time) {
        return time.isZero() ? 0 : count / (time.toNanos() / 1e9);
    }
}
