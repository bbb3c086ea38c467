package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * The findings whose state is not the one their number gives, by number: 17 bytes for each.
 * Immutable.
 */
final class Changes {

    static final Changes NONE = new Changes(0);

    /** A finding's state from some moment on. */
    record Change(Finding.Status status, long updated) {}

    private final int[] numbers;
    private final byte[] statuses;
    private final long[] updated;
    private final int[] versions;

    private Changes(int size) {
        this.numbers = new int[size];
        this.statuses = new byte[size];
        this.updated = new long[size];
        this.versions = new int[size];
    }

    int size() {
        return numbers.length;
    }

    /** Where the change of a finding stands, negative when it has none. */
    int find(int number) {
        return numbers.length == 0 ? -1 : Arrays.binarySearch(numbers, number);
    }

    Finding.Status status(int index) {
        return Finding.Status.of(statuses[index]);
    }

    /** Epoch seconds. */
    long updated(int index) {
        return updated[index];
    }

    /** The version of the tenant that brought the change. */
    int version(int index) {
        return versions[index];
    }

    /** These changes and newer ones, which replace those of the same finding. */
    Changes with(SortedMap<Integer, Change> newer, int version) {
        int replaced = (int) newer.keySet().stream().filter(number -> find(number) >= 0).count();
        Changes merged = new Changes(numbers.length + newer.size() - replaced);
        int at = 0;
        int old = 0;
        for (Map.Entry<Integer, Change> entry : newer.entrySet()) {
            int number = entry.getKey();
            while (old < numbers.length && numbers[old] < number) {
                merged.set(at++, numbers[old], statuses[old], updated[old], versions[old]);
                old++;
            }
            if (old < numbers.length && numbers[old] == number) {
                old++;
            }
            byte status = (byte) entry.getValue().status().number();
            merged.set(at++, number, status, entry.getValue().updated(), version);
        }
        for (; old < numbers.length; old++) {
            merged.set(at++, numbers[old], statuses[old], updated[old], versions[old]);
        }
        return merged;
    }

    private void set(int at, int number, byte status, long time, int version) {
        numbers[at] = number;
        statuses[at] = status;
        updated[at] = time;
        versions[at] = version;
    }
}
