package io.penstock.platform.transform;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * Where a page's records come from when it is not simply a vendor's page.
 *
 * @param sourcePage the stored page that a replay goes through; null for a page with a body of its
 *     own
 * @param only indexes of the records that are wanted; null for all of them
 * @param faults records of an uploaded file that could not be read: index → why
 */
record PageOrigin(
        @Nullable Long sourcePage, @Nullable Set<Integer> only, Map<Integer, String> faults) {

    PageOrigin {
        only = only == null ? null : Set.copyOf(only);
        faults = Map.copyOf(faults);
    }

    boolean wants(int index) {
        return only == null || only.contains(index);
    }
}
