package io.penstock.vendor.crowdstrike.simulation.tenant;

/**
 * How the tenant differs from the one its seed gives. Its size follows what has changed, not what
 * there is. Immutable.
 *
 * @param version steps since the tenant was opened
 * @param present epoch seconds
 */
record Overlay(
        int version,
        long present,
        Changes changes,
        Extras extras,
        Removed removed,
        Reimages reimages) {

    /** The most changed, added and removed findings together; some 80 MB. */
    static final int ROWS_MAX = 4_000_000;

    static Overlay none(long present) {
        return new Overlay(0, present, Changes.NONE, Extras.NONE, Removed.NONE, Reimages.NONE);
    }

    int rows() {
        return changes.size() + extras.size() + removed.size();
    }
}
