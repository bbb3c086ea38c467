package io.penstock.platform.inventory;

import java.util.Comparator;
import java.util.UUID;

/** The records of one asset that may speak of the same finding. */
record FindingClass(UUID assetId, long matchKey) implements Comparable<FindingClass> {

    private static final Comparator<FindingClass> ORDER =
            Comparator.comparing(FindingClass::assetId).thenComparingLong(FindingClass::matchKey);

    @Override
    public int compareTo(FindingClass other) {
        return ORDER.compare(this, other);
    }
}
