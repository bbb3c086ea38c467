package io.penstock.platform.inventory;

import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * The thread that brings records together which came to be in one class other than by a page: by
 * the migration to shared findings, when a connection is deleted, or when it is trusted otherwise.
 */
@Component
class RegroupWorker implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final WorkerThreads threads;

    RegroupWorker(DueClasses due) {
        this.threads = new WorkerThreads("regroup", due::regroupSome, Rest.of(LOOK));
    }

    @Override
    public void start() {
        threads.start(1);
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
