package io.penstock.vendor.crowdstrike.simulation.tenant;

/**
 * What sets a tenant apart from the usual one. Chosen when it is opened: all of it is in the ids
 * and times of its records.
 *
 * @param customers customer ids the hosts belong to, 1 to {@value #CUSTOMERS_MAX}
 * @param oneInstant hosts that were all first seen in one second, and the least number of sensors
 *     that report within one second; 0 for the usual spread
 * @param prefixedAids whether findings name their sensor by customer id and sensor id in one, as
 *     parent tenants do
 * @param perMille how often something odd occurs
 */
public record Traits(int customers, int oneInstant, boolean prefixedAids, Shares perMille) {

    public static final int CUSTOMERS_MAX = 16;
    public static final int ONE_INSTANT_MAX = 100_000;

    /**
     * Shares out of a thousand.
     *
     * @param twinNames listed sensors that have the hostname of the one before them
     * @param orphans sensors whose host the asset list does not have, beside the listed ones
     * @param withoutAid hosts with a sensor whose asset record does not name it
     * @param oldRecords CVEs whose findings are written as in 2022
     */
    public record Shares(int twinNames, int orphans, int withoutAid, int oldRecords) {
        public Shares {
            bounded("twin names", twinNames, 0, 1000);
            bounded("orphans", orphans, 0, 1000);
            bounded("hosts without aid", withoutAid, 0, 1000);
            bounded("old records", oldRecords, 0, 1000);
        }
    }

    public Traits {
        bounded("customers", customers, 1, CUSTOMERS_MAX);
        bounded("hosts of one instant", oneInstant, 0, ONE_INSTANT_MAX);
    }

    /** The usual tenant. */
    public static Traits usual() {
        return new Traits(1, 0, false, new Shares(0, 1, 0, 0));
    }

    private static void bounded(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "The number of "
                            + what
                            + " is "
                            + value
                            + ", allowed are "
                            + min
                            + " to "
                            + max
                            + ".");
        }
    }
}
