package io.penstock.platform.score;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads that keep scores up to date, looking once a second. */
@Component
public class ScoreWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreWorkers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final ScoreWork work;
    private final ScoreBasis basis;
    private final ScoreSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    ScoreWorkers(ScoreWork work, ScoreBasis basis, ScoreSettings settings) {
        this.work = work;
        this.basis = basis;
        this.settings = settings;
    }

    @Override
    public void start() {
        basis.check();
        var ending = new CountDownLatch(1);
        stopped = ending;
        for (var i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofPlatform().name("score-" + i).start(() -> loop(ending)));
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
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
        return stopped.getCount() > 0;
    }

    private void loop(CountDownLatch ending) {
        try {
            while (ending.getCount() > 0) {
                if (!pass(ending)) {
                    ending.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pass(CountDownLatch ending) {
        try {
            return work.pass();
        } catch (RuntimeException e) {
            if (ending.getCount() > 0) {
                LOG.error("scoring goes on after a fault", e);
            }
            return false;
        }
    }
}
