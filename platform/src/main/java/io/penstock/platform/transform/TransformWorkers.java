package io.penstock.platform.transform;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.db.DatabaseSettings;
import io.penstock.platform.intake.PageArrivals;
import io.penstock.platform.intake.RunSettlement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The threads that transform pages: woken by arrivals, else looking every half second. */
@Component
class TransformWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TransformWorkers.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final PageQueue queue;
    private final PageWork work;
    private final PageArrivals arrivals;
    private final RunSettlement settlement;
    private final TransformSettings settings;
    private final DatabaseSettings database;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    TransformWorkers(
            PageQueue queue,
            PageWork work,
            PageArrivals arrivals,
            RunSettlement settlement,
            TransformSettings settings,
            DatabaseSettings database) {
        this.queue = queue;
        this.work = work;
        this.arrivals = arrivals;
        this.settlement = settlement;
        this.settings = settings;
        this.database = database;
    }

    @Override
    public void start() {
        if (database.embedded()) {
            queue.endAllLeases();
        }
        running = true;
        for (var i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofPlatform().name("transform-" + i).start(this::loop));
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                if (transformNext()) {
                    // Pages and the ends of other runs take turns.
                    if (settlement.begun()) {
                        settlement.settleAll();
                    }
                } else if (!settlement.settleAll()) {
                    arrivals.await(LOOK);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("a transformation worker goes on after a fault", e);
                    pause();
                }
            }
        }
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
        if (!running) {
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

    private void pause() {
        try {
            arrivals.await(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
