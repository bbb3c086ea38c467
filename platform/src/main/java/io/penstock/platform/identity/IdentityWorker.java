package io.penstock.platform.identity;

import io.penstock.platform.identity.IdentityJobs.JobId;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.work.WorkerThreads;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** The thread that takes the steps of jobs. At the start it asks for the keys of old hosts. */
@Component
class IdentityWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final IdentityJobs jobs;
    private final Tenants tenants;
    private final IdentitySettings settings;
    private final WorkerThreads threads;

    IdentityWorker(IdentityJobs jobs, Tenants tenants, IdentitySettings settings) {
        this.jobs = jobs;
        this.tenants = tenants;
        this.settings = settings;
        this.threads = new WorkerThreads("identity", this::step, () -> jobs.await(LOOK));
    }

    @Override
    public void start() {
        for (var tenant : tenants.all()) {
            if (jobs.keyless(tenant)) {
                jobs.request(tenant, "Penstock", "Stored hosts have no keys yet.");
            }
        }
        threads.start(settings.worker() ? 1 : 0);
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.running();
    }

    /** False when there is nothing to do, or when it is better to wait. */
    boolean step() {
        var taken = new AtomicReference<@Nullable JobId>();
        try {
            return jobs.step(taken::set);
        } catch (RuntimeException e) {
            var job = taken.get();
            if (job != null && threads.running()) {
                note(job, e);
            }
            throw e;
        }
    }

    private void note(JobId job, RuntimeException failure) {
        try {
            jobs.failed(job, String.valueOf(failure.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("the failure could not be noted", e);
        }
    }
}
