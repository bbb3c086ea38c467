package io.penstock.benchmarks.pipeline;

import java.time.Duration;
import java.util.Map;

/**
 * What one round found out.
 *
 * @param simulatorAlone findings per second that the simulator gives a reader who keeps nothing
 * @param copy how long a bare COPY of the same finding rows took
 * @param second an unchanged tenant pulled again as the product does it: a delta
 * @param reread an unchanged tenant read in full once more
 * @param wrote what the second and the third pull wrote
 * @param changed the tenant read in full after a day in which a share of its findings changed
 * @param touched rows that this wrote, by table
 * @param good all runs complete and balanced
 */
record Measurement(
        double simulatorAlone,
        Pull first,
        Duration copy,
        Pull second,
        Pull reread,
        Written wrote,
        Pull changed,
        Map<String, Long> touched,
        Memory memory,
        boolean good) {

    /**
     * What pulls wrote.
     *
     * @param rewritten rows by table
     * @param walBytes to the database's write-ahead log
     */
    record Written(Map<String, Long> rewritten, long walBytes) {}

    double copyPerSecond() {
        return Pull.rate(first.findings(), copy);
    }

    double ratio() {
        return first.perSecond() / copyPerSecond();
    }

    double secondFaster() {
        return (double) first.whole().toNanos() / second.whole().toNanos();
    }

    double rereadFaster() {
        return (double) first.whole().toNanos() / reread.whole().toNanos();
    }

    /** Rows of findings that the changed tenant touched, as a share of all. */
    double touchedShare() {
        var rows = touched.getOrDefault("finding", 0L);
        return (double) rows / changed.findings();
    }
}
