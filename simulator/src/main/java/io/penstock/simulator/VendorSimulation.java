package io.penstock.simulator;

import java.time.InstantSource;

/** A vendor's API as a simulation; listed in {@code META-INF/services}. */
public interface VendorSimulation {

    /** Such as {@code crowdstrike}. */
    String key();

    /** Makes the API of one seeded tenant. The same scenario gives the same bytes. */
    SimulatedApi open(Scenario scenario, InstantSource clock);
}
