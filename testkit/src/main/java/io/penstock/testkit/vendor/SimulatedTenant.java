package io.penstock.testkit.vendor;

import io.penstock.simulator.Scenario;
import io.penstock.simulator.SimulatorServer;
import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceSession;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A simulated tenant that serves for one test, and the ways to connect to it. */
final class SimulatedTenant implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    static final String SECRET = "a-secret-nobody-may-print";
    private static final String CLIENT = "0123456789abcdef0123456789abcdef";

    private final VendorTrial trial;
    private final SimulatorServer server;

    private SimulatedTenant(VendorTrial trial, SimulatorServer server) {
        this.trial = trial;
        this.server = server;
    }

    static SimulatedTenant start(VendorTrial trial) {
        var scenario = new Scenario(7, trial.hosts(), 1, NOW, CLIENT, SECRET, trial.options());
        var api = trial.simulation().open(scenario, InstantSource.fixed(NOW));
        return new SimulatedTenant(trial, SimulatorServer.start(api, 0));
    }

    SourceSession session() {
        return session(new PlainPort());
    }

    SourceSession session(HttpPort port) {
        return trial.source().open(new Settings(settings()), port);
    }

    SourceSession sessionWithSecret(String secret) {
        var settings = new HashMap<String, String>();
        settings().forEach((key, value) -> settings.put(key, value.replace(SECRET, secret)));
        return trial.source().open(new Settings(settings), new PlainPort());
    }

    private Map<String, String> settings() {
        return trial.settings(server.address(), CLIENT, SECRET);
    }

    @Override
    public void close() {
        server.close();
    }
}
