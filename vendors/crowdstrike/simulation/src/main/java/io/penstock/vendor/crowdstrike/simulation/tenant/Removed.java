package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.BitSet;

/** What is gone from the tenant: single findings, and sensors with their host. Immutable. */
final class Removed {

    static final Removed NONE = new Removed(new int[0], new BitSet(), new BitSet());

    // The first findings that are gone, ascending.
    private final int[] firsts;
    private final BitSet extras;
    private final BitSet sensors;

    private Removed(int[] firsts, BitSet extras, BitSet sensors) {
        this.firsts = firsts;
        this.extras = extras;
        this.sensors = sensors;
    }

    /**
     * These and more.
     *
     * @param numbers of findings, ascending
     * @param size how many first findings there are
     */
    Removed with(int[] numbers, int size, BitSet goneSensors) {
        if (numbers.length == 0 && goneSensors.isEmpty()) {
            return this;
        }
        BitSet moreExtras = (BitSet) extras.clone();
        Arrays.stream(numbers).filter(n -> n >= size).forEach(n -> moreExtras.set(n - size));
        BitSet moreSensors = (BitSet) sensors.clone();
        moreSensors.or(goneSensors);
        int[] added = Arrays.stream(numbers).filter(n -> n < size).toArray();
        int[] all = Arrays.copyOf(firsts, firsts.length + added.length);
        System.arraycopy(added, 0, all, firsts.length, added.length);
        Arrays.sort(all);
        return new Removed(all, moreExtras, moreSensors);
    }

    int size() {
        return firsts.length;
    }

    /** Whether a sensor is gone, with its host and its findings. */
    boolean sensor(int sensor) {
        return sensors.get(sensor);
    }

    /** Whether the same sensors are gone from both. */
    boolean sameSensors(Removed other) {
        return sensors.equals(other.sensors);
    }

    boolean extra(int index) {
        return extras.get(index);
    }

    boolean first(int number) {
        return firsts.length > 0 && Arrays.binarySearch(firsts, number) >= 0;
    }

    /** How many of the first findings below a number are left. */
    int left(int number) {
        if (firsts.length == 0) {
            return number;
        }
        int found = Arrays.binarySearch(firsts, number);
        return number - (found < 0 ? -found - 1 : found);
    }

    /** The number of the {@code rank}-th of the first findings that are left. */
    int leftAt(int rank) {
        int low = 0;
        int high = firsts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (firsts[middle] - middle <= rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return rank + low;
    }
}
