package io.penstock.e2e;

import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.client.RunView;
import io.penstock.launcher.process.ChildProcess;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.EngineSettings;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Simulator;
import io.penstock.launcher.stack.Stack;
import io.penstock.testkit.SharedPrograms;
import io.penstock.testkit.SourceTree;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A platform with a connection to a simulated tenant, ready for engines. */
final class Chain implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(2);

    /** A dead engine's run is handed over after this; the product's minute is too long here. */
    private static final String SHORT_LEASE = "--penstock.intake.lease=2s";

    private final Stack stack;
    private final SimulatedTenant tenant;
    private final Simulator simulator;
    private final Enrolment enrolment;
    private final String firstPassword;
    private Platform platform;

    private Chain(Stack stack, SimulatedTenant tenant) {
        this.stack = stack;
        this.tenant = tenant;
        SharedPrograms.lendTo(stack.platformData());
        this.platform = stack.startPlatform(0, SHORT_LEASE);
        this.simulator = stack.startSimulator(tenant, 0);
        var first = platform.awaitFirstPassword();
        this.firstPassword = first.password();
        this.enrolment =
                Enrolment.make(platform.client(), first, simulator.address(), tenant.client());
    }

    /** How an engine's one run went. */
    record Pull(int exitCode, Optional<RunView> run, String output) {}

    static Chain start(Path data, SimulatedTenant tenant) {
        var stack = new Stack(installation(), data);
        try {
            return new Chain(stack, tenant);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    static Installation installation() {
        // These processes live for seconds: not worth the best machine code.
        return Installation.at(SourceTree.root()).with("-XX:TieredStopAtLevel=1");
    }

    static SimulatedTenant tenant(int hosts, int findingsPerHost, long seed) {
        var client = ApiClient.random(new SplittableRandom(seed));
        return new SimulatedTenant(hosts, seed, findingsPerHost, client, Map.of());
    }

    Stack stack() {
        return stack;
    }

    SimulatedTenant tenant() {
        return tenant;
    }

    Platform platform() {
        return platform;
    }

    Simulator simulator() {
        return simulator;
    }

    Enrolment enrolment() {
        return enrolment;
    }

    String firstPassword() {
        return firstPassword;
    }

    PlatformSession session() {
        return platform.client().signIn(enrolment.operator());
    }

    EngineSettings settings() {
        return enrolment.engineSettings(platform.address());
    }

    Pull pull() {
        return pull(settings());
    }

    /** Lets an engine run to its end. */
    Pull pull(EngineSettings settings) {
        var watch = watch();
        var engine = stack.startEngine(settings);
        var run = watch.follow(engine, LIMIT, _ -> {});
        return new Pull(engine.awaitExit(LIMIT), run, engine.lastLines());
    }

    ChildProcess startEngine(EngineSettings settings) {
        return stack.startEngine(settings);
    }

    RunWatch watch() {
        return RunWatch.before(session(), enrolment.connection().uuid());
    }

    /** Starts the platform again, at the same address, after it was killed. */
    void restartPlatform() {
        platform = stack.startPlatform(platform.address().getPort(), SHORT_LEASE);
    }

    /** The run that began after the watch, asked of the platform as it is now. */
    Optional<RunView> runSince(RunWatch watch) {
        return watch.through(session()).run();
    }

    /** What is there once the scores have followed the load. */
    InventoryDump dump() {
        InventoryDump.awaitScores(platform.postgres());
        return InventoryDump.of(platform.postgres());
    }

    @Override
    public void close() {
        stack.close();
    }
}
