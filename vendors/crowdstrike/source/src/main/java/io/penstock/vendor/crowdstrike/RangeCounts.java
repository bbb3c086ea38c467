package io.penstock.vendor.crowdstrike;

import io.penstock.core.run.Slice;
import io.penstock.source.ReadWindow;

/** What the vendor says of a key range without its records being read. */
interface RangeCounts {

    /** How many records there are. */
    long count(Slice range, ReadWindow window);

    /** How many there are, and the key of the first or last of them. */
    RangeEdge edge(Slice range, ReadWindow window, Side side);

    /** An end of a range. */
    enum Side {
        FIRST("asc"),
        LAST("desc");

        private final String direction;

        Side(String direction) {
            this.direction = direction;
        }

        String direction() {
            return direction;
        }
    }
}
