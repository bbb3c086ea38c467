package io.penstock.platform.search;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** One export under way, as other threads see it, and how they end it. Used once. */
public final class ExportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);

    private final boolean counted;
    private final AtomicLong rows = new AtomicLong();
    private volatile long total = -1;
    private volatile boolean stopped;
    private @Nullable PGConnection reading;

    private ExportRun(boolean counted) {
        this.counted = counted;
    }

    /** Begins at once. */
    public static ExportRun uncounted() {
        return new ExportRun(false);
    }

    /** Counts all rows first, in the same snapshot. */
    public static ExportRun counted() {
        return new ExportRun(true);
    }

    /** Rows handed over so far. */
    public long rows() {
        return rows.get();
    }

    /** All rows there are to be, once they are counted. */
    public OptionalLong total() {
        return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    public boolean stopped() {
        return stopped;
    }

    /** Ends the export soon, the statement that runs for it included. */
    public synchronized void stop() {
        stopped = true;
        if (reading == null) {
            return;
        }
        try {
            reading.cancelQuery();
        } catch (SQLException e) {
            LOG.warn("an export ends later, its statement cannot be cancelled", e);
        }
    }

    boolean wantsCount() {
        return counted;
    }

    synchronized void begin(PGConnection connection) {
        goOn();
        reading = connection;
    }

    /** From here on nobody cancels what the connection does. */
    synchronized void end() {
        reading = null;
    }

    void counted(long all) {
        total = all;
    }

    void goOn() {
        if (stopped) {
            throw new ExportStoppedException();
        }
    }

    void handedOver() {
        rows.incrementAndGet();
    }
}
