package io.penstock.vendor.crowdstrike.simulation.tenant;

/** All findings in ascending order of a time, equal times by id. */
public sealed interface FindingOrder permits CreationOrder, TimeOrder, ListedOrder {

    /** Tells the orders of one tenant apart. */
    String name();

    /** How many there are. */
    int size();

    /** The number of the finding at a place. */
    int at(int place);

    /** The first place with that time or a later one, in epoch seconds. */
    int firstAt(long time);

    /** The time this order goes by, in epoch seconds. */
    long time(Finding finding);

    /** The first place whose time and id are both not before these. */
    default int firstAt(long time, String id, Finding view) {
        int low = firstAt(time);
        int high = firstAt(time + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (view.at(at(middle)).id().compareTo(id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
