package io.penstock.vendor.crowdstrike.simulation.endpoint;

import java.util.random.RandomGenerator;

/**
 * How long a tenant takes, in milliseconds, as it was measured or reported: half a second and a
 * cost per row for findings, one to eight seconds for hosts, 0.5 to 1.2 s for a token. The busy
 * tenant's rows cost more and one call in a hundred takes over 30 s.
 */
enum Latency {
    NONE(0),
    TYPICAL(0.15),
    BUSY(3.3);

    private static final double NOISE = 0.25;
    private static final double RARE = 0.01;

    private final double perRow;

    Latency(double millisPerRow) {
        this.perRow = millisPerRow;
    }

    /**
     * The time of one call.
     *
     * @param rows in its answer
     * @param draw the draws that belong to this call
     */
    double millis(String path, int rows, RandomGenerator draw) {
        if (this == NONE) {
            return 0;
        }
        if (path.equals(TokenEndpoint.PATH)) {
            return 500 + 700 * draw.nextDouble();
        }
        double rare = this == BUSY && draw.nextDouble() < RARE ? 30_000 : 0;
        if (!path.startsWith("/spotlight/")) {
            return rare + 1000 * Math.pow(8, draw.nextDouble());
        }
        return rare + (500 + perRow * rows) * Math.exp(NOISE * draw.nextGaussian());
    }
}
