package io.penstock.platform.intake;

import io.penstock.core.run.Position;

/**
 * A page as the engine sends it.
 *
 * @param sha256 of the body, checked by the intake
 * @param total the vendor's total as the page said it, or -1
 */
record IncomingPage(
        String stream,
        int slice,
        long sequence,
        String encoding,
        byte[] sha256,
        int records,
        int fresh,
        Position next,
        long total,
        boolean last,
        byte[] body) {

    /** No vendor page is that long; a wrong header must not unbalance the ledger by billions. */
    static final int RECORDS_MAX = 1_000_000;

    IncomingPage {
        if (records < 0 || records > RECORDS_MAX || fresh < 0 || fresh > records) {
            throw new IllegalArgumentException(
                    "page with " + records + " records, " + fresh + " of them fresh");
        }
    }
}
