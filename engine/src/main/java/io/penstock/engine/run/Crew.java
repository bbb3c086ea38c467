package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.deliver.PlatformClient;

import java.util.concurrent.ExecutorService;

/**
 * What the slices of a run share.
 *
 * @param deliveries delivers pages beside the threads that read; never interrupted while a page is
 *     on its way
 */
record Crew(
        PlatformClient platform,
        Retries toPlatform,
        Retries toVendor,
        ExecutorService deliveries,
        RunControl control) {

    /** Ends the caller's work when the run must stop. */
    void check() {
        var reason = control.reason();
        if (reason.isPresent()) {
            throw reason.get();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
    }

    static FaultException interrupted() {
        return new FaultException(
                Fault.of(FaultKind.CONFLICT, RunControl.STOPPING, "The engine is stopping."));
    }
}
