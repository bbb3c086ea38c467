package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.option.Setting;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;
import io.penstock.vendor.crowdstrike.simulation.record.HostRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the API of a tenant together. */
public final class FalconApis {

    private FalconApis() {}

    public static SimulatedApi of(
            Tenant tenant,
            Scenario scenario,
            FalconOptions options,
            RateLimits limits,
            InstantSource clock) {
        Tokens tokens =
                new Tokens(scenario.clientSecret(), FalconOptions.time(options.tokenLife()), clock);
        TokenEndpoint tokenEndpoint =
                new TokenEndpoint(scenario.clientId(), scenario.clientSecret(), tokens);
        return new FalconApi(
                tenant,
                options.scopes(),
                tokens,
                limits,
                tokenEndpoint,
                endpoints(tenant, options, clock));
    }

    private static Map<String, Endpoint> endpoints(
            Tenant tenant, FalconOptions options, InstantSource clock) {
        HostSelection selection = new HostSelection(tenant);
        HostRecords records = new HostRecords(tenant);
        Setting<Boolean> live = options.lastAfter();
        Supplier<Duration> cursorLife = FalconOptions.time(options.cursorLife());
        Cursors findings = new Cursors(cursorLife, clock);
        Cursors hosts = new Cursors(cursorLife, clock);
        return Map.of(
                SpotlightEndpoint.PATH,
                new SpotlightEndpoint(tenant, findings, live),
                HostQueries.PATH,
                new HostQueries(tenant, selection),
                HostEntities.PATH,
                new HostEntities(tenant, records),
                HostCombined.PATH,
                new HostCombined(tenant, selection, records, hosts, live));
    }
}
