package io.penstock.platform.search;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.db.DatabaseSettings;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Bounds the exports of this process, so that they leave connections to everybody else. */
@Component
public class ExportSlots {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final Semaphore free;
    private final int max;

    ExportSlots(ExportSettings settings, DatabaseSettings database) {
        this.max = settings.exportsMax();
        this.free = new Semaphore(max);
        if (2 * max > database.connections()) {
            throw new IllegalArgumentException(
                    "penstock.search.exports-max is "
                            + max
                            + ", at most half of penstock.database.connections ("
                            + database.connections()
                            + ") is allowed");
        }
    }

    /** The right to export until it is closed. */
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @throws FaultException RATE_LIMITED when all are taken
     */
    public Slot take() {
        if (!free.tryAcquire()) {
            throw new FaultException(
                    Fault.of(
                                    FaultKind.RATE_LIMITED,
                                    "EXPORTS_BUSY",
                                    "As many exports as are allowed at the same time, "
                                            + max
                                            + ", are being sent.",
                                    "Try again when one has ended, or ask for a report.")
                            .after(WAIT));
        }
        return free::release;
    }
}
