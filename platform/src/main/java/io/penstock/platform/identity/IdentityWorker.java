package io.penstock.platform.identity;

import io.penstock.platform.security.Tenants;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The thread that takes the steps of jobs. At the start it asks for the keys of old hosts. */
@Component
class IdentityWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final IdentityJobs jobs;
    private final JobBell bell;
    private final Tenants tenants;
    private final IdentitySettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;

    IdentityWorker(IdentityJobs jobs, JobBell bell, Tenants tenants, IdentitySettings settings) {
        this.jobs = jobs;
        this.bell = bell;
        this.tenants = tenants;
        this.settings = settings;
    }

    @Override
    public void start() {
        for (var tenant : tenants.all()) {
            if (jobs.keyless(tenant)) {
                jobs.request(tenant, "Penstock", "Stored hosts have no keys yet.");
            }
        }
        running = true;
        if (settings.worker()) {
            thread = Thread.ofPlatform().name("identity").start(this::loop);
        }
    }

    @Override
    public void stop() {
        running = false;
        var stopped = thread;
        if (stopped == null) {
            return;
        }
        stopped.interrupt();
        try {
            stopped.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                if (!step()) {
                    bell.await(LOOK);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** False when there is nothing to do, or when it is better to wait. */
    private boolean step() {
        try {
            return jobs.step();
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("a step of identifying hosts failed and is tried again", e);
                note(e);
            }
            return false;
        }
    }

    private void note(RuntimeException failure) {
        try {
            jobs.failed(String.valueOf(failure.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the failure could not be noted", e);
        }
    }
}
