package io.penstock.vendor.crowdstrike.simulation.tenant;

/**
 * How many findings each sensor has reported in each round. Keeps five bytes per sensor.
 *
 * <p>Without a wished mean a sensor's total is log-normal with a median of 300 (half of it live),
 * sigma 1.1, at most 10,000, servers one and a half times as many, and three in a hundred none.
 */
final class Load {

    /** The most a sensor reports in one round. */
    static final int ROUND_MAX = 4_000;

    private static final int MEAN = 30;
    private static final int MEAN_SECOND = 31;
    private static final int REPORT = 32;
    private static final double MEDIAN = 300;
    private static final double SIGMA = 1.1;
    private static final double TOTAL_MAX = 10_000;
    private static final int NONE_PER_MILLE = 30;

    private final long seed;
    private final float[] perRound;
    private final byte[] firstRound;

    Load(Population population, Hosts hosts, int wishedMean) {
        this.seed = population.seed();
        int sensors = population.sensors();
        this.perRound = new float[sensors];
        this.firstRound = new byte[sensors];
        for (int sensor = 0; sensor < sensors; sensor++) {
            int host = population.hostOf(sensor);
            int first = hosts.firstRound(host);
            firstRound[sensor] = (byte) first;
            perRound[sensor] =
                    (float)
                            (total(sensor, hosts.image(host), wishedMean)
                                    / (Calendar.ROUNDS - first));
        }
    }

    private double total(int sensor, Image image, int wishedMean) {
        long mixed = Mix.of(seed, MEAN, sensor);
        if (Mix.below(mixed, 1000) < NONE_PER_MILLE) {
            return 0;
        }
        double share = Mix.share(Mix.of(mixed));
        if (wishedMean > 0) {
            return wishedMean * (0.4 + 1.2 * share) * 1000 / (1000 - NONE_PER_MILLE);
        }
        double other = Mix.share(Mix.of(seed, MEAN_SECOND, sensor));
        double normal = Math.sqrt(-2 * Math.log(1 - share)) * Math.cos(2 * Math.PI * other);
        double factor = image.server() ? 1.5 : 1;
        return Math.min(TOTAL_MAX, factor * MEDIAN * Math.exp(SIGMA * normal));
    }

    /** Findings a sensor reported in a round. */
    int reported(int sensor, int round) {
        if (round < firstRound[sensor]) {
            return 0;
        }
        long mixed = Mix.of(seed, REPORT + round, sensor);
        double mean = perRound[sensor] * (0.5 + Mix.share(mixed));
        return Math.min(ROUND_MAX, (int) (mean + (mixed & 0xFFFF) * 0x1p-16));
    }

    long bytes() {
        return 5L * perRound.length;
    }
}
