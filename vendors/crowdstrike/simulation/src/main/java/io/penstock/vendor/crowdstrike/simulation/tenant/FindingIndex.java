package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.util.Arrays;

/**
 * Where each finding stands in the order of creation. Findings are numbered by creation time, then
 * id; only the number of the first finding of every {@value #BLOCK_TICKS} ticks is kept, the rest
 * is counted again when it is needed.
 */
final class FindingIndex {

    static final int BLOCK_TICKS = 16;

    private final Calendar calendar;
    private final Load load;
    private final Calendar.Shuffle[] shuffles = new Calendar.Shuffle[Calendar.ROUNDS];
    private final int blocks;
    // First finding of block b of round r at r * blocks + b, and the total at the end.
    private final int[] firsts;

    FindingIndex(Calendar calendar, Load load) {
        this.calendar = calendar;
        this.load = load;
        this.blocks = (calendar.ticks() + BLOCK_TICKS - 1) / BLOCK_TICKS;
        this.firsts = new int[Calendar.ROUNDS * blocks + 1];
        long total = 0;
        for (int round = 0; round < Calendar.ROUNDS; round++) {
            shuffles[round] = calendar.shuffle(round);
            for (int block = 0; block < blocks; block++) {
                firsts[round * blocks + block] = checked(total);
                total += count(round, block);
            }
        }
        firsts[firsts.length - 1] = checked(total);
    }

    private static int checked(long total) {
        if (total > Integer.MAX_VALUE - 1) {
            throw new IllegalArgumentException(
                    "the tenant would have more than " + (Integer.MAX_VALUE - 1) + " findings");
        }
        return (int) total;
    }

    private long count(int round, int block) {
        long count = 0;
        int end = Math.min(calendar.ticks(), (block + 1) * BLOCK_TICKS);
        for (int tick = block * BLOCK_TICKS; tick < end; tick++) {
            for (int place = 0; place < calendar.width(); place++) {
                int sensor = calendar.sensor(tick, place, shuffles[round]);
                count += sensor < calendar.sensors() ? load.reported(sensor, round) : 0;
            }
        }
        return count;
    }

    int size() {
        return firsts[firsts.length - 1];
    }

    /** The slot, a round and a block in one number, that holds a finding. */
    int slotOf(int finding) {
        int found = Arrays.binarySearch(firsts, finding);
        if (found < 0) {
            return -found - 2;
        }
        // Empty slots share their first finding with the next one; the last of them holds it.
        while (firsts[found + 1] == finding) {
            found++;
        }
        return found;
    }

    int first(int slot) {
        return firsts[slot];
    }

    int roundOf(int slot) {
        return slot / blocks;
    }

    /** The slot of a tick in a round. */
    int slot(int round, int tick) {
        return round * blocks + tick / BLOCK_TICKS;
    }

    int tickOf(int slot) {
        return slot % blocks * BLOCK_TICKS;
    }

    /** The first finding created at or after a time, in epoch seconds. */
    int firstAt(long time, Reports reports) {
        if (time <= calendar.start()) {
            return 0;
        }
        long passed = (time - calendar.start()) / Calendar.ROUND_SECONDS;
        if (passed >= Calendar.ROUNDS) {
            return size();
        }
        int round = (int) passed;
        int tick = calendar.tick(round, time);
        int block = tick / BLOCK_TICKS;
        int slot = round * blocks + block;
        return block == blocks ? firsts[slot] : reports.read(slot).firstOfTick(tick);
    }

    Calendar calendar() {
        return calendar;
    }

    Load load() {
        return load;
    }

    Calendar.Shuffle shuffle(int round) {
        return shuffles[round];
    }

    long bytes() {
        return 4L * firsts.length + load.bytes();
    }
}
