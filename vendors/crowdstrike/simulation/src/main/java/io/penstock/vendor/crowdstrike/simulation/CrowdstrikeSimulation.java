package io.penstock.vendor.crowdstrike.simulation;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.VendorSimulation;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.endpoint.DataOptions;
import io.penstock.vendor.crowdstrike.simulation.endpoint.FalconApis;
import io.penstock.vendor.crowdstrike.simulation.endpoint.FalconOptions;
import io.penstock.vendor.crowdstrike.simulation.endpoint.Pace;
import io.penstock.vendor.crowdstrike.simulation.endpoint.PaceSwitches;
import io.penstock.vendor.crowdstrike.simulation.fault.FaultSwitches;
import io.penstock.vendor.crowdstrike.simulation.fault.Faults;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;
import io.penstock.vendor.crowdstrike.simulation.tenant.Population;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;
import io.penstock.vendor.crowdstrike.simulation.tenant.Traits;

import java.time.InstantSource;

/** Opens simulated Falcon tenants. Found by the simulator through {@code ServiceLoader}. */
public final class CrowdstrikeSimulation implements VendorSimulation {

    private static final int FINDINGS_PER_HOST_MAX = 20_000;

    @Override
    public String key() {
        return "crowdstrike";
    }

    /**
     * Opens a tenant.
     *
     * @throws IllegalArgumentException for an option that is not known or out of its bounds
     */
    @Override
    public SimulatedApi open(Scenario scenario, InstantSource clock) {
        Switchboard board = new Switchboard();
        FalconOptions options = FalconOptions.on(board);
        DataOptions data = DataOptions.on(board, scenario.seed());
        PaceSwitches pace = PaceSwitches.on(board);
        FaultSwitches faults = FaultSwitches.on(board, FalconApis.PATHS);
        board.start(scenario.options());
        Timeline timeline = data.advanced(tenant(scenario, data.traits()));
        RateLimits limits = new RateLimits(() -> options.callsPerMinute().value(), clock);
        SimulatedApi api = FalconApis.of(timeline, scenario, options, data, limits, clock);
        Pace paced = new Pace(api::answer, pace, scenario.seed());
        Faults.Site site = new Faults.Site(scenario.seed(), limits, clock);
        return new FalconSimulation(api, board, Faults.before(paced, faults, site));
    }

    private static Tenant tenant(Scenario scenario, Traits traits) {
        int mean = scenario.findingsPerHost();
        if (mean < 0 || mean > FINDINGS_PER_HOST_MAX) {
            throw new IllegalArgumentException(
                    "Findings per host are "
                            + mean
                            + ", allowed are 0 to "
                            + FINDINGS_PER_HOST_MAX
                            + ".");
        }
        Population population = new Population(scenario.seed(), scenario.hosts(), traits);
        return new Tenant(population, mean, scenario.now());
    }
}
