package io.penstock.vendor.tidewater.simulation;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.VendorSimulation;

import java.time.InstantSource;

/** Opens simulated Tidewater accounts. */
public final class TidewaterSimulation implements VendorSimulation {

    /** For {@code ServiceLoader}. */
    public TidewaterSimulation() {}

    @Override
    public String key() {
        return "tidewater";
    }

    @Override
    public SimulatedApi open(Scenario scenario, InstantSource clock) {
        if (!scenario.options().isEmpty()) {
            throw new IllegalArgumentException("The Tidewater simulation has no options.");
        }
        return new TidewaterApi(scenario, new Account(scenario));
    }
}
