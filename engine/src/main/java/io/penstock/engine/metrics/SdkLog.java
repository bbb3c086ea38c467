package io.penstock.engine.metrics;

import org.slf4j.LoggerFactory;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the SDK says, as debug lines of the engine. It speaks through the JDK's own log and would
 * fill standard error while a collector is away, which {@link RouteSender} tells once.
 */
final class SdkLog extends Handler {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(SdkLog.class);

    /** Kept, because the JDK forgets a logger that nobody holds, and its settings with it. */
    private static final Logger SDK = Logger.getLogger("io.opentelemetry");

    private SdkLog() {}

    /** From now on; once more does nothing. */
    static synchronized void divert() {
        if (SDK.getUseParentHandlers()) {
            SDK.setUseParentHandlers(false);
            SDK.addHandler(new SdkLog());
        }
    }

    @Override
    public void publish(LogRecord line) {
        LOG.debug("{}", line.getMessage(), line.getThrown());
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
