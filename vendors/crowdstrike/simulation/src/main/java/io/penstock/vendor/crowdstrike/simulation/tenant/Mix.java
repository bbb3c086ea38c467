package io.penstock.vendor.crowdstrike.simulation.tenant;

/** Pseudo-random numbers as a pure function of what they are for. */
public final class Mix {

    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    private Mix() {}

    /** The finisher of SplitMix64: every bit of the input touches every bit of the result. */
    public static long of(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /** A number for a subject in a domain, such as a host's serial number. */
    public static long of(long seed, int domain, long subject) {
        return of(of(seed + domain * STEP) + subject * STEP);
    }

    /** An even number in [0, bound). */
    public static int below(long mixed, int bound) {
        return (int) (((mixed >>> 32) * bound) >>> 32);
    }

    /** An even share in [0, 1). */
    public static double share(long mixed) {
        return (mixed >>> 11) * 0x1p-53;
    }

    /**
     * Picks an index by weights that add up to 1000.
     *
     * @param weights per mille
     */
    public static int pick(long mixed, int... weights) {
        int left = below(mixed, 1000);
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
