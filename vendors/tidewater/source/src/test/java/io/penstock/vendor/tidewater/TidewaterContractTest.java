package io.penstock.vendor.tidewater;

import io.penstock.simulator.VendorSimulation;
import io.penstock.source.VendorSource;
import io.penstock.testkit.vendor.VendorSourceContract;
import io.penstock.vendor.tidewater.simulation.TidewaterSimulation;

import java.net.URI;
import java.util.Map;
import java.util.Set;

class TidewaterContractTest implements VendorSourceContract {

    @Override
    public VendorSource source() {
        return new TidewaterSource();
    }

    @Override
    public VendorSimulation simulation() {
        return new TidewaterSimulation();
    }

    @Override
    public Map<String, String> settings(URI address, String clientId, String clientSecret) {
        return Map.of("url", address.toString(), "account", clientId, "api-key", clientSecret);
    }

    @Override
    public int hosts() {
        return 450;
    }

    @Override
    public Map<String, String> options() {
        return Map.of();
    }

    @Override
    public Set<Gap> gaps() {
        return Set.of();
    }
}
