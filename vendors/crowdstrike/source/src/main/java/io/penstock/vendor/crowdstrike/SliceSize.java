package io.penstock.vendor.crowdstrike;

/**
 * How big slices of a stream are worth being.
 *
 * @param page records of a page
 * @param piece a part smaller than this is not worth a count
 * @param most records a slice may hold at most
 * @param splitRest fewer records than this left to read are not worth a split
 * @param byId whether a second that holds more than {@code most} can be cut by host ids
 */
record SliceSize(int page, int piece, long most, long splitRest, boolean byId) {

    /** A slice of a page or two may lose them to another thread; a big one is never too big. */
    static SliceSize byCursor(int page) {
        return new SliceSize(page, Math.max(1, page / 5), Long.MAX_VALUE, 2L * page, false);
    }

    /**
     * Slices that stay under a window, with room for hosts that come late. A split costs as many
     * calls as two or three small pages, so it needs some more of them to be worth it.
     */
    static SliceSize underWindow(int page, int window) {
        return new SliceSize(page, 10 * page, Math.max(1, window - window / 20), 10L * page, true);
    }
}
