package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedApi;
import io.penstock.vendor.crowdstrike.simulation.gate.Cursors;
import io.penstock.vendor.crowdstrike.simulation.gate.RateLimits;
import io.penstock.vendor.crowdstrike.simulation.gate.Tokens;
import io.penstock.vendor.crowdstrike.simulation.tenant.Timeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts the API of a tenant together. */
public final class FalconApis {

    /** The token call and every data call. */
    public static final List<String> PATHS =
            List.of(
                    TokenEndpoint.PATH,
                    SpotlightEndpoint.PATH,
                    HostQueries.PATH,
                    HostEntities.PATH,
                    HostCombined.PATH);

    private FalconApis() {}

    public static SimulatedApi of(
            Timeline timeline,
            Scenario scenario,
            FalconOptions options,
            DataOptions data,
            RateLimits limits,
            InstantSource clock) {
        Tokens tokens =
                new Tokens(scenario.clientSecret(), FalconOptions.time(options.tokenLife()), clock);
        TokenEndpoint tokenEndpoint =
                new TokenEndpoint(
                        scenario.clientId(),
                        scenario.clientSecret(),
                        tokens,
                        timeline.now().hosts().customers());
        Supplier<Duration> cursorLife = FalconOptions.time(options.cursorLife());
        return new FalconApi(
                timeline,
                options.scopes(),
                tokens,
                limits,
                tokenEndpoint,
                endpoints(
                        new Views(timeline, data.movement()),
                        data,
                        new Callers(tokens),
                        () -> new Cursors(cursorLife, clock)));
    }

    private static Map<String, Endpoint> endpoints(
            Views views, DataOptions data, Callers callers, Supplier<Cursors> cursors) {
        Paging paging = data.paging();
        return Map.of(
                SpotlightEndpoint.PATH,
                new SpotlightEndpoint(views, cursors.get(), callers, paging),
                HostQueries.PATH,
                new HostQueries(views, callers, paging),
                HostEntities.PATH,
                new HostEntities(views, callers, data.gone()),
                HostCombined.PATH,
                new HostCombined(views, cursors.get(), callers, paging));
    }
}
