package io.penstock.platform.search;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

/** How many rows an answer may have. */
final class PageLimit {

    private static final int MOST = 500;

    private PageLimit() {}

    static void check(int limit) {
        check(limit, MOST);
    }

    static void check(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "LIMIT_RANGE",
                    "The parameter 'limit' is " + limit + ", allowed are 1 to " + most + ".",
                    "");
        }
    }
}
