package io.penstock.vendor.crowdstrike.simulation.tenant;

/**
 * How many hosts there are, of which kind, and which of them have a sensor.
 *
 * <p>Of every 50 hosts 45 have a sensor, 4 were only seen by others and 1 cannot run a sensor. A
 * sensor has a number of its own; the order of these numbers is the order of their ids. About one
 * sensor in a thousand belongs to a host that the asset list does not know any more.
 *
 * @param hosts hosts in the asset list; beyond them come the unlisted ones, and beyond those the
 *     ones that were set up anew
 */
public record Population(long seed, int hosts, Traits traits) {

    private static final int PATTERN = 50;
    private static final int MANAGED = 45;
    private static final int UNMANAGED = 49;
    private static final int AID = 1;

    /** What a host is to the vendor. */
    public enum Kind {
        MANAGED("managed"),
        UNMANAGED("unmanaged"),
        UNSUPPORTED("unsupported");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The text of {@code entity_type}. */
        public String text() {
            return text;
        }
    }

    public Kind kind(int host) {
        int place = host % PATTERN;
        if (host >= hosts || place < MANAGED) {
            return Kind.MANAGED;
        }
        return place < UNMANAGED ? Kind.UNMANAGED : Kind.UNSUPPORTED;
    }

    /** Hosts of the asset list that have a sensor. */
    public int managed() {
        return hosts / PATTERN * MANAGED + Math.min(hosts % PATTERN, MANAGED);
    }

    /** Sensors whose host is not in the asset list. */
    public int unlisted() {
        int managed = managed();
        int perMille = traits.perMille().orphans();
        return managed == 0 || perMille == 0
                ? 0
                : Math.max(1, Math.round(managed * perMille / 1000f));
    }

    /** All first hosts, listed or not; the numbers above are of those set up anew. */
    public int everyone() {
        return hosts + unlisted();
    }

    public int sensors() {
        return managed() + unlisted();
    }

    /** The host of a sensor; at or above {@link #hosts()} when the asset list does not have it. */
    public int hostOf(int sensor) {
        int managed = managed();
        return sensor < managed
                ? sensor / MANAGED * PATTERN + sensor % MANAGED
                : hosts + sensor - managed;
    }

    /** The sensor of a host of kind MANAGED. */
    public int sensorOf(int host) {
        return host < hosts ? host / PATTERN * MANAGED + host % PATTERN : managed() + host - hosts;
    }

    /** The sensor's id; those of the first sensors ascend with their numbers. */
    public String aid(int sensor) {
        long mixed = Mix.of(seed, AID, sensor);
        return Ids.ordered(aidOrder(sensor), 4, Mix.of(mixed));
    }

    /** The first 32 bits of the sensor's id. */
    long aidOrder(int sensor) {
        long mixed = Mix.of(seed, AID, sensor);
        return sensor < sensors() ? stratum(sensor, sensors(), mixed) : mixed >>> 32;
    }

    /** The first sensor whose id is not before this one; the number of sensors when none is. */
    int firstSensor(String aid) {
        int low = 0;
        int high = sensors();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (aid(middle).compareTo(aid) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** An even number of 32 bits out of the {@code index}-th of {@code count} equal ranges. */
    static long stratum(int index, int count, long mixed) {
        long from = ((long) index << 32) / count;
        long to = (((long) index + 1) << 32) / count;
        return from + Mix.below(mixed, (int) Math.min(to - from, Integer.MAX_VALUE));
    }
}
