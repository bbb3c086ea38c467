package io.penstock.platform.inventory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread that brings records together which came to be in one class other than by a page: by
 * the migration to shared findings, when a connection is deleted, or when it is trusted otherwise.
 */
@Component
class RegroupWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegroupWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final DueClasses due;
    private CountDownLatch stop = new CountDownLatch(0);
    private Thread thread = new Thread();

    RegroupWorker(DueClasses due) {
        this.due = due;
    }

    @Override
    public void start() {
        stop = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("regroup").start(this::loop);
    }

    private void loop() {
        try {
            do {
                regroup();
            } while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void regroup() {
        try {
            while (isRunning() && due.regroupSome()) {
                LOG.debug("some classes are grouped anew, and more are due");
            }
        } catch (DataAccessException e) {
            if (isRunning()) {
                LOG.error("findings are not grouped anew yet; the next look tries again", e);
            }
        }
    }

    @Override
    public void stop() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stop.getCount() > 0;
    }
}
