package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** Bounds of list calls. */
final class Limits {

    private Limits() {}

    /**
     * @throws FaultException MALFORMED outside 1 to {@code max}
     */
    static int checked(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "LIMIT_RANGE",
                    "The parameter 'limit' is " + limit + ", allowed are 1 to " + max + ".",
                    "");
        }
        return limit;
    }
}
