package io.penstock.testkit.vendor;

import io.penstock.simulator.VendorSimulation;
import io.penstock.source.VendorSource;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** What a vendor brings to its contract test. */
public interface VendorTrial {

    /** What a vendor may be unable to do. */
    enum Gap {
        /** A stream is always one slice. */
        SLICES,
        /** A slice cannot be cut while it is read. */
        SPLIT,
        /** The vendor cannot say what changed since a moment. */
        DELTA
    }

    VendorSource source();

    VendorSimulation simulation();

    /**
     * The settings of a connection to a simulated tenant.
     *
     * @param address the simulator's base address
     */
    Map<String, String> settings(URI address, String clientId, String clientSecret);

    /** The tenant's size; enough for several pages of each stream. */
    int hosts();

    /** Options of the simulation. */
    Map<String, String> options();

    /** What this vendor cannot do. */
    Set<Gap> gaps();
}
