package io.penstock.platform.trend;

import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The thread that measures inventories, looking every few seconds whether it is time. */
@Component
class TrendWorkers implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final TrendSettings settings;
    private final WorkerThreads threads;

    TrendWorkers(TrendWork work, TrendSettings settings) {
        this.settings = settings;
        this.threads = new WorkerThreads("trend", work::pass, Rest.of(LOOK));
    }

    @Override
    public void start() {
        threads.start(settings.workers());
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.running();
    }
}
