package io.penstock.platform.report;

import io.penstock.platform.report.ReportQueue.Attempt;
import io.penstock.platform.search.ExportRun;
import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says every second how far the reports of this process are, and ends those that nobody wants any
 * more: their workers may wait for the database and cannot look themselves.
 */
@Component
class ReportPulse {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final ReportQueue queue;
    private final Map<Attempt, ExportRun> running = new ConcurrentHashMap<>();
    private final WorkerThreads thread =
            new WorkerThreads("report-pulse", this::beat, Rest.of(BEAT));

    ReportPulse(ReportQueue queue) {
        this.queue = queue;
    }

    void start() {
        thread.start(1);
    }

    void stop() {
        thread.stop();
    }

    void add(Attempt attempt, ExportRun run) {
        running.put(attempt, run);
    }

    void remove(Attempt attempt) {
        running.remove(attempt);
    }

    /** Ends whatever runs here. */
    void endAll() {
        running.values().forEach(ExportRun::stop);
    }

    private boolean beat() {
        running.forEach((attempt, run) -> {
            if (!queue.beat(attempt, run)) {
                run.stop();
            }
        });
        return false;
    }
}
