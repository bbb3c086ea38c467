package io.penstock.platform.transform;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.db.DatabaseSettings;
import io.penstock.platform.intake.PageArrivals;
import io.penstock.platform.intake.RunSettlement;
import io.penstock.platform.work.WorkerThreads;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The threads that transform pages: woken by arrivals, else looking every half second. */
@Component
class TransformWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TransformWorkers.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final PageQueue queue;
    private final PageWork work;
    private final RunSettlement settlement;
    private final TransformSettings settings;
    private final DatabaseSettings database;
    private final WorkerThreads threads;

    TransformWorkers(
            PageQueue queue,
            PageWork work,
            PageArrivals arrivals,
            RunSettlement settlement,
            TransformSettings settings,
            DatabaseSettings database) {
        this.queue = queue;
        this.work = work;
        this.settlement = settlement;
        this.settings = settings;
        this.database = database;
        this.threads = new WorkerThreads("transform", this::turn, () -> arrivals.await(LOOK));
    }

    @Override
    public void start() {
        if (database.embedded()) {
            queue.endAllLeases();
        }
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

    /** Pages and the ends of other runs take turns. */
    private boolean turn() {
        if (!transformNext()) {
            return settlement.settleAll();
        }
        if (settlement.begun()) {
            settlement.settleAll();
        }
        return true;
    }

    /** Transforms the oldest page that may be; false when there is none. */
    boolean transformNext() {
        var next = queue.take();
        if (next.isEmpty()) {
            return false;
        }
        var page = next.get();
        try {
            work.transform(page);
        } catch (FaultException e) {
            LOG.warn("page {} is set aside: {}", page.pageId(), e.fault().sentence());
            queue.broken(page, e.fault().sentence());
        } catch (RuntimeException e) {
            tryAgain(page, e);
        }
        settlement.settle(page.context().tenantId(), page.context().runId());
        return true;
    }

    private void tryAgain(LeasedPage page, RuntimeException cause) {
        if (!threads.running()) {
            return;
        }
        LOG.error("page {} failed in try {}", page.pageId(), page.fence(), cause);
        var failure = String.valueOf(cause.getCause() == null ? cause : cause.getCause());
        if (page.fence() >= PageQueue.TRIES_MAX) {
            queue.broken(page, failure);
        } else {
            queue.giveBack(page, failure);
        }
    }
}
