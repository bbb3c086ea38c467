package io.penstock.platform.score;

import io.penstock.platform.work.WorkerThreads;
import io.penstock.platform.work.WorkerThreads.Rest;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** The threads that keep scores up to date, looking once a second. */
@Component
public class ScoreWorkers implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ScoreBasis basis;
    private final ScoreSettings settings;
    private final WorkerThreads threads;

    ScoreWorkers(ScoreWork work, ScoreBasis basis, ScoreSettings settings) {
        this.basis = basis;
        this.settings = settings;
        this.threads = new WorkerThreads("score", work::pass, Rest.of(LOOK));
    }

    @Override
    public void start() {
        basis.check();
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
