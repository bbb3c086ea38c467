package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

/** The reports of one slot of the {@link FindingIndex}, counted out. Used by one thread. */
final class Reports {

    private final FindingIndex index;
    private final int[] sensors;
    private final int[] ticks;
    private final int[] firsts;
    private int size;
    private int slot = -1;

    Reports(FindingIndex index) {
        this.index = index;
        int ticks = Math.min(FindingIndex.BLOCK_TICKS, index.calendar().ticks());
        int most = ticks * index.calendar().width();
        this.sensors = new int[most];
        this.ticks = new int[most];
        this.firsts = new int[most + 1];
    }

    Reports read(int wanted) {
        if (slot == wanted) {
            return this;
        }
        slot = wanted;
        size = 0;
        Calendar calendar = index.calendar();
        int round = index.roundOf(wanted);
        int from = index.tickOf(wanted);
        int to = Math.min(calendar.ticks(), from + FindingIndex.BLOCK_TICKS);
        firsts[0] = index.first(wanted);
        for (int tick = from; tick < to; tick++) {
            for (int place = 0; place < calendar.width(); place++) {
                int sensor = calendar.sensor(tick, place, index.shuffle(round));
                if (sensor < calendar.sensors()) {
                    add(sensor, tick, index.load().reported(sensor, round));
                }
            }
        }
        return this;
    }

    private void add(int sensor, int tick, int count) {
        sensors[size] = sensor;
        ticks[size] = tick;
        firsts[size + 1] = firsts[size] + count;
        size++;
    }

    /** The report that holds a finding of this slot. */
    int reportOf(int finding) {
        int found = Arrays.binarySearch(firsts, 0, size, finding);
        int report = found < 0 ? -found - 2 : found;
        while (report + 1 < size && firsts[report + 1] == finding) {
            report++;
        }
        return report;
    }

    int firstOfTick(int tick) {
        int report = 0;
        while (report < size && ticks[report] < tick) {
            report++;
        }
        return firsts[report];
    }

    /** The report of a sensor at a tick, or -1; sensors of a tick are in ascending order. */
    int reportOf(int sensor, int tick) {
        for (int report = 0; report < size; report++) {
            if (ticks[report] == tick && sensors[report] == sensor) {
                return report;
            }
        }
        return -1;
    }

    int sensor(int report) {
        return sensors[report];
    }

    int tick(int report) {
        return ticks[report];
    }

    int first(int report) {
        return firsts[report];
    }

    int end(int report) {
        return firsts[report + 1];
    }

    int slot() {
        return slot;
    }
}
