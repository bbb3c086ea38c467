package io.penstock.engine.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The runs of this process: whether one goes on, how long it took, how they ended. */
public final class RunTally {

    private final LongSupplier nanos;
    private final Map<ExitCode, Long> ends = new EnumMap<>(ExitCode.class);
    private boolean running;
    private long began;
    private Duration newest = Duration.ZERO;
    private Duration ended = Duration.ZERO;
    private volatile Runnable onEnd = () -> {};

    /**
     * @param nanos a clock that only goes forward
     */
    public RunTally(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What is done after each run; must not take long. */
    public void onEnd(Runnable action) {
        onEnd = action;
    }

    synchronized void began() {
        began = nanos.getAsLong();
        running = true;
    }

    void ended(ExitCode code) {
        synchronized (this) {
            newest = sinceBegin();
            ended = ended.plus(newest);
            running = false;
            ends.merge(code, 1L, Long::sum);
        }
        onEnd.run();
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    public synchronized boolean running() {
        return running;
    }

    /** Of the run that goes on, else of the newest one; zero before the first. */
    public synchronized Duration duration() {
        return running ? sinceBegin() : newest;
    }

    /** Of all runs together. */
    public synchronized Duration wholeTime() {
        return running ? ended.plus(sinceBegin()) : ended;
    }

    /** Ended runs by what they ended with. */
    public synchronized Map<ExitCode, Long> ends() {
        return Map.copyOf(ends);
    }
}
