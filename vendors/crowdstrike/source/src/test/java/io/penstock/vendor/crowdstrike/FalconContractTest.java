package io.penstock.vendor.crowdstrike;

import io.penstock.simulator.VendorSimulation;
import io.penstock.source.VendorSource;
import io.penstock.testkit.vendor.VendorSourceContract;
import io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation;

import java.net.URI;
import java.util.Map;
import java.util.Set;

class FalconContractTest implements VendorSourceContract {

    @Override
    public VendorSource source() {
        return new FalconSource();
    }

    @Override
    public VendorSimulation simulation() {
        return new CrowdstrikeSimulation();
    }

    @Override
    public Map<String, String> settings(URI address, String clientId, String clientSecret) {
        return Map.of(
                "url",
                address.toString(),
                "client-id",
                clientId,
                "client-secret",
                clientSecret,
                "page-size",
                "100");
    }

    /** Enough for a cut to be worth its calls at a hundred hosts a page. */
    @Override
    public int hosts() {
        return 2_400;
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
