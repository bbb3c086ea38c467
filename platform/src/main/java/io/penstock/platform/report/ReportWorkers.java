package io.penstock.platform.report;

import io.penstock.platform.db.DatabaseSettings;
import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The threads that make reports: woken by an order, else looking every few seconds. */
@Component
class ReportWorkers implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration TIDY = Duration.ofMinutes(10);

    private final ReportQueue queue;
    private final ReportWork work;
    private final ReportPulse pulse;
    private final ReportSettings settings;
    private final DatabaseSettings database;
    private final WorkerThreads makers;
    private final WorkerThreads tidier;

    ReportWorkers(
            ReportQueue queue,
            ReportWork work,
            ReportPulse pulse,
            ReportRetention retention,
            ReportSettings settings,
            DatabaseSettings database) {
        this.queue = queue;
        this.work = work;
        this.pulse = pulse;
        this.settings = settings;
        this.database = database;
        this.makers = new WorkerThreads("report", work::makeNext, () -> queue.await(LOOK));
        this.tidier = new WorkerThreads("report-tidy", retention::tidy, Rest.of(TIDY));
    }

    @Override
    public void start() {
        if (database.embedded()) {
            queue.endAllLeases();
        }
        pulse.start();
        makers.start(settings.workers());
        tidier.start(1);
    }

    @Override
    public void stop() {
        work.end();
        makers.stop();
        tidier.stop();
        pulse.stop();
    }

    @Override
    public boolean isRunning() {
        return makers.running();
    }
}
