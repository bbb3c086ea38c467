package io.penstock.launcher.demo;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.EngineSettings;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.SettingsFile;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Simulator;
import io.penstock.launcher.stack.Stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** One start of the demo, from the first process to the last line. */
final class Demo {

    static final String MEMORY_FILE = "demo.env";
    static final String ENGINE_FILE = "engine.env";

    private static final String ASSETS = "inventory: (source: `CrowdStrike Spotlight`)";
    private static final String FINDINGS = "finding.vendorProductName: `Spotlight`";
    private static final Duration RUN_LIMIT = Duration.ofHours(2);

    private final Stack stack;
    private final Screen screen;
    private final Path data;

    /**
     * @param data where the demo keeps its memory, below which the stack keeps everything else
     */
    Demo(Stack stack, Screen screen, Path data) {
        this.stack = stack;
        this.screen = screen;
        this.data = data;
    }

    /** True when the run is complete and balances. */
    boolean run(DemoOptions options, int port) {
        screen.say("Penstock demo, data in " + data);
        var begun = System.nanoTime();
        var platform = stack.startPlatform(port);
        screen.say("platform  " + platform.address() + ", ready after " + seconds(begun));
        var memoryFile = new SettingsFile(data.resolve(MEMORY_FILE));
        var again = memoryFile.exists();
        var memory = again ? again(platform, memoryFile, options) : first(platform, options);
        memoryFile.write(memory.toKeys());
        var session = platform.client().signIn(memory.enrolment().operator());
        if (again) {
            screen.say("From earlier starts:");
            queries(session);
        }
        var settings = memory.enrolment().engineSettings(platform.address());
        new SettingsFile(data.resolve(ENGINE_FILE)).write(settings.keys());
        var good = pull(session, memory.enrolment().connection().uuid(), settings);
        screen.say("");
        queries(session);
        wayIn(platform);
        return good;
    }

    private DemoMemory first(Platform platform, DemoOptions options) {
        var password = oneTimePassword(platform);
        var tenant = options.tenant(ApiClient.random(new SecureRandom()));
        var simulator = simulator(tenant);
        var enrolment =
                Enrolment.make(platform.client(), password, simulator.address(), tenant.client());
        return new DemoMemory(tenant, enrolment);
    }

    private DemoMemory again(Platform platform, SettingsFile file, DemoOptions options) {
        var last = DemoMemory.of(file.read());
        var tenant = options.tenant(last.tenant());
        var simulator = simulator(tenant);
        // The simulator listens on another port at every start.
        last.enrolment().move(platform.client(), simulator.address(), tenant.client());
        return new DemoMemory(tenant, last.enrolment());
    }

    private Simulator simulator(SimulatedTenant tenant) {
        var simulator = stack.startSimulator(tenant, 0);
        screen.say(
                String.format(
                        Locale.ROOT,
                        "simulator %s, %,d hosts, seed %d",
                        simulator.address(),
                        tenant.hosts(),
                        tenant.seed()));
        return simulator;
    }

    private Credentials oneTimePassword(Platform platform) {
        try {
            return platform.awaitFirstPassword();
        } catch (FaultException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFLICT,
                            "DEMO_DATA_FOREIGN",
                            "The data in " + data + " is not new and not from a finished demo.",
                            "Start the demo on another directory with --data, or remove this one."),
                    e);
        }
    }

    private boolean pull(PlatformSession session, UUID connection, EngineSettings settings) {
        screen.say("engine    reads hosts and findings");
        var watch = RunWatch.before(session, connection);
        var begun = System.nanoTime();
        var progress = screen.progress();
        var engine = stack.startEngine(settings);
        var run = watch.follow(engine, RUN_LIMIT, look -> progress.show(look, System.nanoTime()));
        var code = engine.awaitExit(RUN_LIMIT);
        if (code != 0) {
            screen.say("The engine ended with exit code " + code + ":");
            screen.say(engine.lastLines());
        }
        run.ifPresent(ended -> screen.ledger(ended, seconds(begun)));
        return code == 0 && run.isPresent() && run.get().good();
    }

    private void queries(PlatformSession session) {
        screen.query("assets", ASSETS, session.countAssets(ASSETS));
        screen.query("findings", FINDINGS, session.countFindings(FINDINGS));
    }

    private void wayIn(Platform platform) {
        screen.say("");
        screen.say("Console   " + platform.address());
        platform.firstPassword()
                .ifPresentOrElse(
                        first ->
                                screen.say(
                                        "Sign in   "
                                                + first.username()
                                                + " / "
                                                + first.password()
                                                + "   (shown once: keep it, or change it)"),
                        () ->
                                screen.say(
                                        "Sign in   admin, with the password of the first start."
                                            + " Lost it? Stop the demo, then: bin/penstock platform"
                                            + " '--penstock.data="
                                                + stack.platformData()
                                                + "' --penstock.reset-admin-password=true"));
    }

    private static String seconds(long begun) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9);
    }
}
