package io.penstock.engine.log;

import ch.qos.logback.classic.LoggerContext;

import org.slf4j.LoggerFactory;

import java.util.UUID;

/**
 * Puts the run's id on every line of the process while the run goes on (S-165). One run goes on at
 * a time, and its lines come from many threads: so it belongs to the process and not to a thread.
 */
public final class RunMark implements AutoCloseable {

    static final String PROPERTY = "run";

    private final LoggerContext context;

    private RunMark(LoggerContext context) {
        this.context = context;
    }

    public static RunMark on(UUID run) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putProperty(PROPERTY, run.toString());
        return new RunMark(context);
    }

    @Override
    public void close() {
        context.putProperty(PROPERTY, "");
    }
}
