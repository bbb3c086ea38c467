package io.penstock.core.transform;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scalars found in one record, by slot, as text: numbers keep the digits they were sent with.
 * Reused from record to record by one thread, because a new one per record would double the
 * garbage.
 */
public final class RecordValues {

    /** How many values of one path are kept; the vendor page knows of 25 at most. */
    public static final int VALUES_MAX = 1_000;

    private final @Nullable String[] first;
    private final @Nullable List<String>[] all;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists has no other spelling
    public RecordValues(Projection projection) {
        first = new String[projection.slots()];
        all = new List[projection.slots()];
    }

    public void clear() {
        Arrays.fill(first, null);
        Arrays.fill(all, null);
    }

    public void add(int slot, String value) {
        if (first[slot] == null) {
            first[slot] = value;
            return;
        }
        var list = all[slot];
        if (list == null || list.size() == 1) {
            list = new ArrayList<>(4);
            list.add(first[slot]);
            all[slot] = list;
        }
        if (list.size() < VALUES_MAX) {
            list.add(value);
        }
    }

    /** The first value of a slot, or null when there is none. */
    public @Nullable String first(int slot) {
        return first[slot];
    }

    public List<String> all(int slot) {
        var list = all[slot];
        if (list != null) {
            return list;
        }
        var single = first[slot];
        if (single == null) {
            return List.of();
        }
        // Several rows read some slots; the next value, if any, makes a list of its own.
        var one = List.of(single);
        all[slot] = one;
        return one;
    }
}
