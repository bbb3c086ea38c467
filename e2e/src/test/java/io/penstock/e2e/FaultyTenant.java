package io.penstock.e2e;

import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Pause;
import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatedApi;
import io.penstock.simulator.SimulatorServer;
import io.penstock.vendor.crowdstrike.simulation.CrowdstrikeSimulation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A simulated tenant in this process, with faults that can be taken away again. */
final class FaultyTenant implements AutoCloseable {

    private static final int FINDINGS_PER_HOST = 8;
    private static final Duration AHEAD_MAX = Duration.ofMinutes(3);

    private final ApiClient client;
    private final SimulatedApi api;
    private final SimulatorServer server;
    private final FaultMix mix;

    private FaultyTenant(ApiClient client, SimulatedApi api, FaultMix mix) {
        this.client = client;
        this.api = api;
        this.server = SimulatorServer.start(api, 0);
        this.mix = mix;
    }

    static FaultyTenant start(FaultMix mix, int hosts, long seed) {
        var client = ApiClient.random(new SplittableRandom(seed));
        var api = open(mix.options(), hosts, seed, client);
        return new FaultyTenant(client, api, mix);
    }

    private static SimulatedApi open(
            Map<String, String> options, int hosts, long seed, ApiClient client) {
        var scenario =
                new Scenario(
                        seed,
                        hosts,
                        FINDINGS_PER_HOST,
                        Instant.now(),
                        client.id(),
                        client.secret(),
                        options);
        return new CrowdstrikeSimulation().open(scenario, InstantSource.system());
    }

    /** A board with every switch there is, to draw faults from. */
    static SimulatedApi plain() {
        return open(Map.of(), 1, 1, ApiClient.random(new SplittableRandom(1)));
    }

    URI address() {
        return server.address();
    }

    ApiClient client() {
        return client;
    }

    /** Ends the faults of the network and of the pages; what the tenant is made of stays. */
    void heal() {
        var board = api.switchboard();
        board.all().stream()
                .map(setting -> setting.kind())
                .filter(kind -> kind.live() && mix.options().containsKey(kind.name()))
                .forEach(kind -> board.reset(kind.name()));
    }

    /** Waits for our clock to pass the tenant's: what is younger than a run belongs to the next. */
    void awaitPresent() {
        var now =
                SourceRows.control(address(), "tenant")
                        .filter(line -> line.startsWith("tenant.now="))
                        .map(line -> Instant.parse(line.substring("tenant.now=".length())))
                        .findFirst()
                        .orElseThrow();
        var ahead = Duration.between(Instant.now(), now).plusSeconds(1);
        if (ahead.compareTo(AHEAD_MAX) > 0) {
            throw new IllegalStateException("the tenant is " + ahead + " ahead of our clock");
        }
        Pause.millis(Math.max(0, ahead.toMillis()));
    }

    /** Whether the faults change what the tenant holds while it is read. */
    boolean moves() {
        return mix.options().keySet().stream().anyMatch(name -> name.startsWith("moving"));
    }

    SourceRows findings() {
        return SourceRows.ofOracle(address());
    }

    Set<String> hosts() {
        return SourceRows.control(address(), "oracle/hosts")
                .map(line -> line.split("\t", -1)[0])
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return new TreeMap<>(mix.options()).toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
