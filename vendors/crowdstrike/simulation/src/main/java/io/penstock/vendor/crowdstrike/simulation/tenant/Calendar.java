package io.penstock.vendor.crowdstrike.simulation.tenant;

import java.math.BigInteger;
import java.time.Instant;

/**
 * The tenant's past: {@value #ROUNDS} rounds of 30 days before its present. In each round every
 * sensor reports once what is new on its host. Reports of {@code width} sensors share a second,
 * with their ids ascending, so that equal times and their order are as in a real tenant while the
 * place of every report can be computed.
 *
 * @param now epoch seconds
 * @param together the least number of sensors that share a second
 */
record Calendar(long seed, long now, int sensors, int together) {

    static final int ROUNDS = 24;
    static final int ROUND_SECONDS = 30 * 86_400;

    private static final int WIDTH_MIN = 4;
    private static final int STRIDE = 20;
    private static final int SHIFT = 21;
    private static final int WAVE_DAY = 12;

    Calendar(Instant now, Population population) {
        this(
                population.seed(),
                now.getEpochSecond(),
                population.sensors(),
                Math.min(population.sensors(), population.traits().oneInstant()));
    }

    /** Sensors that report in one second. */
    int width() {
        int usual = Math.max(WIDTH_MIN, (sensors + ROUND_SECONDS - 1) / ROUND_SECONDS);
        return Math.max(usual, together);
    }

    /** Seconds of a round in which something is reported. */
    int ticks() {
        return (sensors + width() - 1) / width();
    }

    long start(int round) {
        return now - (long) (ROUNDS - round) * ROUND_SECONDS;
    }

    long start() {
        return start(0);
    }

    /** When the reports of a tick arrive; strictly ascending within a round. */
    long time(int round, int tick) {
        return start(round) + (long) tick * ROUND_SECONDS / Math.max(1, ticks());
    }

    /** The first tick at or after a time. */
    int tick(int round, long time) {
        long passed = time - start(round);
        long ticks = ticks();
        return (int) Math.clamp(-Math.floorDiv(-passed * ticks, ROUND_SECONDS), 0, ticks);
    }

    /**
     * The sensor that reports at a tick.
     *
     * @param place 0 to width - 1, ascending sensors
     * @return at or above the number of sensors when the place is empty
     */
    int sensor(int tick, int place, Shuffle shuffle) {
        return place * ticks() + shuffle.of(tick);
    }

    /** The tick at which a sensor reports in a round. */
    int tickOf(int sensor, Shuffle shuffle) {
        return shuffle.indexOf(sensor % ticks());
    }

    /** The order in which the sensors report in a round. */
    Shuffle shuffle(int round) {
        int ticks = Math.max(1, ticks());
        int stride = 1 + Mix.below(Mix.of(seed, STRIDE, round), ticks);
        while (common(stride, ticks) != 1) {
            stride++;
        }
        return new Shuffle(ticks, stride, Mix.below(Mix.of(seed, SHIFT, round), ticks));
    }

    private static int common(int a, int b) {
        return b == 0 ? a : common(b, a % b);
    }

    /** The second in which the month's patches of an image family arrive. */
    long wave(int round, Image.Family family) {
        return start(round) + WAVE_DAY * 86_400L + family.number() * 3600L;
    }

    /** A permutation of [0, count) that needs no memory. */
    record Shuffle(int count, int stride, int shift) {
        int of(int index) {
            return (int) (((long) index * stride + shift) % count);
        }

        /** Where a value of {@link #of} comes from. */
        int indexOf(int value) {
            BigInteger modulus = BigInteger.valueOf(count);
            return BigInteger.valueOf((long) value - shift)
                    .multiply(BigInteger.valueOf(stride).modInverse(modulus))
                    .mod(modulus)
                    .intValue();
        }
    }
}
