package io.penstock.platform.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Threads that take turns at some work from a start to a stop, and rest when there is none. A fault
 * is logged and the work goes on after a rest; one that a stop causes is nobody's business.
 */
public final class WorkerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Turn turn;
    private final Rest rest;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** One piece of work. */
    public interface Turn {
        /** True when there may be more to do at once. */
        boolean take() throws InterruptedException;
    }

    /** What passes until there may be work again. */
    public interface Rest {
        void take() throws InterruptedException;

        static Rest of(Duration time) {
            return () -> Thread.sleep(time);
        }
    }

    /**
     * @param name of the threads, each with a number behind it
     */
    public WorkerThreads(String name, Turn turn, Rest rest) {
        this.name = name;
        this.turn = turn;
        this.rest = rest;
    }

    /**
     * @param count of threads; none is possible, and running all the same
     */
    public void start(int count) {
        running = true;
        for (var i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name(name + "-" + i).start(this::loop));
        }
    }

    /** Interrupts them and waits for their end, though not for ever. */
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

    public boolean running() {
        return running;
    }

    private void loop() {
        try {
            while (running) {
                if (!takeTurn()) {
                    rest.take();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeTurn() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("{} goes on after a fault", name, e);
            }
            return false;
        }
    }
}
