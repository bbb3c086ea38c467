package io.penstock.benchmarks.pipeline;

import java.time.Duration;
import java.util.Map;

/**
 * What one round found out.
 *
 * @param simulatorAlone findings per second that the simulator gives a reader who keeps nothing
 * @param copy how long a bare COPY of the same finding rows took
 * @param good both runs complete and balanced
 */
record Measurement(
        double simulatorAlone,
        Pull first,
        Duration copy,
        Pull second,
        SecondPull wrote,
        Memory memory,
        boolean good) {

    /**
     * What the second, unchanged pull wrote.
     *
     * @param rewritten rows by table
     * @param walBytes to the database's write-ahead log
     */
    record SecondPull(Map<String, Long> rewritten, long walBytes) {}

    double copyPerSecond() {
        return Pull.rate(first.findings(), copy);
    }

    double ratio() {
        return first.perSecond() / copyPerSecond();
    }

    double secondFaster() {
        return (double) first.whole().toNanos() / second.whole().toNanos();
    }
}
