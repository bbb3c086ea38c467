package io.penstock.launcher.stack;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** The wait between two looks at another process. */
public final class Pause {

    private Pause() {}

    /**
     * @throws FaultException when interrupted; the interrupt flag stays set
     */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(
                    Fault.of(FaultKind.UNAVAILABLE, "INTERRUPTED", "The wait was interrupted."), e);
        }
    }
}
