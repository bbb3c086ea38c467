package io.penstock.vendor.crowdstrike;

import io.penstock.core.fault.FaultException;
import io.penstock.vendor.crowdstrike.CursorStream.Reading;

/**
 * Says whether a slice ends with a page. The vendor's own signs are not enough: a live cursor comes
 * with the last page too and may lead back to the start, a page may be short or empty in the
 * middle, and totals move with the data. So wherever the signs are not all there, the vendor is
 * asked for the greatest key of the slice: as long as it lies ahead, the slice goes on.
 */
record SliceEnds(RangeCounts counts, Endpoint endpoint) {

    /**
     * How reading goes on.
     *
     * @param last nothing follows
     * @param cursorTrusted the page's cursor may be followed
     */
    record Verdict(boolean last, boolean cursorTrusted) {

        private static final Verdict GOES_ON = new Verdict(false, true);
        private static final Verdict GOES_ON_BY_KEY = new Verdict(false, false);
        private static final Verdict LAST = new Verdict(true, true);
    }

    /**
     * @param next the position after the page
     * @throws FaultException MALFORMED when the vendor contradicts itself
     */
    Verdict verdict(Reading reading, CursorPosition next, PageScan scan) {
        var full =
                scan.records()
                        >= (scan.limit() > 0
                                ? Math.min(reading.limit(), scan.limit())
                                : reading.limit());
        if (full && !scan.after().isEmpty() && next.walked() < scan.total()) {
            return Verdict.GOES_ON;
        }
        if (scan.after().isEmpty() && countsAgree(next, scan)) {
            return Verdict.LAST;
        }
        return asked(reading, next, scan, full);
    }

    /** Every sign of an end, true or not. */
    static boolean claimed(CursorPosition next, PageScan scan) {
        return scan.records() == 0 || scan.after().isEmpty() || next.walked() >= scan.total();
    }

    /** A total below the number of records on the page itself is no total. */
    private static boolean countsAgree(CursorPosition next, PageScan scan) {
        return next.walked() >= scan.total() && scan.total() >= scan.records();
    }

    private Verdict asked(Reading reading, CursorPosition next, PageScan scan, boolean full) {
        var edge = counts.edge(reading.slice(), reading.window(), RangeCounts.Side.LAST);
        if (edge.timestamp().isEmpty()) {
            if (edge.total() > 0) {
                throw Incomplete.page(endpoint, next, scan, reading.limit());
            }
            return Verdict.LAST;
        }
        var ahead = RecordKey.compareTimes(edge.timestamp(), next.reached().timestamp()) > 0;
        if (ahead) {
            return full && !scan.after().isEmpty() ? Verdict.GOES_ON : Verdict.GOES_ON_BY_KEY;
        }
        return countsAgree(next, scan) || scan.fresh() == 0 ? Verdict.LAST : Verdict.GOES_ON_BY_KEY;
    }
}
