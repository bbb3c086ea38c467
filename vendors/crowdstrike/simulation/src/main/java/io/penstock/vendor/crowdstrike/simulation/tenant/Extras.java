package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;
import java.util.List;

/**
 * Findings that came after the tenant was opened, in the order they came: 20 bytes for each. Their
 * numbers follow those of the first ones. Immutable.
 */
final class Extras {

    static final Extras NONE = new Extras(new int[0], new int[0], new long[0], new int[0]);

    /**
     * One of them.
     *
     * @param cve number of its CVE
     * @param created epoch seconds
     * @param before how many of the first findings stand before it in the order of creation
     */
    record Extra(int sensor, int cve, long created, int before) {}

    private final int[] sensors;
    private final int[] cves;
    private final long[] created;
    private final int[] before;

    private Extras(int[] sensors, int[] cves, long[] created, int[] before) {
        this.sensors = sensors;
        this.cves = cves;
        this.created = created;
        this.before = before;
    }

    int size() {
        return sensors.length;
    }

    int sensor(int index) {
        return sensors[index];
    }

    int cve(int index) {
        return cves[index];
    }

    long created(int index) {
        return created[index];
    }

    int before(int index) {
        return before[index];
    }

    Extras with(List<Extra> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        int size = size() + newer.size();
        Extras longer =
                new Extras(
                        Arrays.copyOf(sensors, size),
                        Arrays.copyOf(cves, size),
                        Arrays.copyOf(created, size),
                        Arrays.copyOf(before, size));
        int at = size();
        for (Extra extra : newer) {
            longer.sensors[at] = extra.sensor();
            longer.cves[at] = extra.cve();
            longer.created[at] = extra.created();
            longer.before[at] = extra.before();
            at++;
        }
        return longer;
    }
}
