package io.penstock.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.config.Custody;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.http.FirstHandshake;
import io.penstock.engine.log.LogSetup;
import io.penstock.engine.log.SecretMask;
import io.penstock.engine.metrics.EngineMetrics;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.run.Engine;
import io.penstock.engine.run.EngineIdentity;
import io.penstock.engine.run.EngineTally;
import io.penstock.engine.run.ExitCode;
import io.penstock.engine.run.Sources;
import io.penstock.source.SettingSpec;
import io.penstock.wire.env.EnvTemplate;

import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** The engine's command line. Without a command it runs. */
@Command(
        name = "penstock-engine",
        description = "Reads a vendor and delivers what it read to the platform.",
        mixinStandardHelpOptions = true,
        versionProvider = EngineMain.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was read and delivered, or there was nothing to do",
            "1:the run failed or is incomplete",
            "2:a setting is missing or wrong",
            "3:the platform refused the login, a UUID or the run",
            "4:the platform does not answer",
            "5:the vendor refused the client, its secret or a scope, or a step of check failed"
        })
public final class EngineMain implements Runnable {

    /** Container engines kill after ten seconds. */
    private static final Duration STOP_MAX = Duration.ofMillis(9_500);

    private final Map<String, String> environment;
    private final RetryLimits limits;
    private final SecretMask mask = new SecretMask();

    private ExitCode result = ExitCode.COMPLETE;

    private EngineMain(Map<String, String> environment, RetryLimits limits) {
        this.environment = Map.copyOf(environment);
        this.limits = limits;
    }

    /** Starts the process. */
    public static void main(String[] arguments) {
        System.exit(execute(System.getenv(), RetryLimits.standard(), arguments));
    }

    /** The exit code of one command line under an environment. */
    static int execute(Map<String, String> environment, RetryLimits limits, String... arguments) {
        var main = new EngineMain(environment, limits);
        if (arguments.length == 0) {
            // There is nothing to parse, and a parser would take a tenth of a container's start.
            main.run();
            return main.result.number();
        }
        var line = new CommandLine(main);
        var usage = line.execute(arguments);
        return usage == CommandLine.ExitCode.OK ? main.result.number() : usage;
    }

    @Override
    public void run() {
        result = work(false);
    }

    @Command(name = "run", description = "Runs once, or by service.cron-expression. The default.")
    void runCommand(
            @Option(names = "--full", description = "Reads everything, not only what has changed.")
                    boolean full) {
        result = work(full);
    }

    @Command(
            name = "check",
            description = "Tests the connection without a run and tells the platform.")
    void check() {
        try {
            result = start(engine -> engine.check(System.out::println));
        } catch (FaultException e) {
            result = refused(e);
        }
    }

    @Command(name = "env-template", description = "Prints an environment file to fill in.")
    void envTemplate() {
        System.out.print(EnvTemplate.text());
        System.out.flush();
    }

    /** A wrong setting ends the process, unless it was asked to stay up (S-151). */
    private ExitCode work(boolean full) {
        try {
            return start(engine -> engine.work(full));
        } catch (FaultException e) {
            var refused = refused(e);
            if (EngineConfig.staysUp(environment)) {
                untilInterrupted();
            }
            return refused;
        }
    }

    private ExitCode refused(FaultException e) {
        System.err.println(mask.hide(String.valueOf(e.getMessage())));
        return ExitCode.CONFIGURATION;
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode start(Function<Engine, ExitCode> task) {
        FirstHandshake.prepare();
        mask.learn(EngineConfig.secrets(environment));
        var vendors = Sources.onClassPath();
        var custody = Custody.read(environment, vendors.settings());
        mask.learn(custody.secrets());
        LogSetup.start(EngineConfig.log(environment), LogSetup.DIRECTORY, mask)
                .ifPresent(System.err::println);
        var log = LoggerFactory.getLogger(EngineMain.class);
        EngineConfig.oddities(environment, custody.keys()).forEach(log::warn);
        var config = EngineConfig.read(environment);
        var wanted = EngineConfig.metrics(environment);
        log.info("Penstock engine {} for {}.", EngineIdentity.version(), config.api());
        var patient = limits.atMost(config.work().patience());
        var sources = vendors.under((declared, given) -> settings(custody, declared, given));
        var keys = new EngineKeys(config, key -> mask.learn(List.of(key.reveal())));
        var tally = new EngineTally();
        var engine = new Engine(keys, sources, patient, InstantSource.system(), tally);
        try (var metrics = EngineMetrics.start(wanted, config, tally)) {
            return untilStopped(engine, metrics, task);
        }
    }

    /** What the vendor declares secret is hidden, wherever it comes from. */
    private Map<String, String> settings(
            Custody custody, List<SettingSpec> declared, Map<String, String> fromPlatform) {
        var settings = custody.over(declared, fromPlatform);
        mask.learn(Custody.secrets(declared, settings));
        return settings;
    }

    private static ExitCode untilStopped(
            Engine engine, EngineMetrics metrics, Function<Engine, ExitCode> task) {
        var hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(engine, metrics));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return task.apply(engine);
        } finally {
            removeHook(hook);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(EngineMain.class).debug("The process is ending already.");
        }
    }

    private static void stop(Engine engine, EngineMetrics metrics) {
        engine.stop();
        try (metrics) {
            if (!engine.awaitIdle(STOP_MAX)) {
                LoggerFactory.getLogger(EngineMain.class)
                        .warn("The last pages did not arrive within {} s.", STOP_MAX.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The jar's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"penstock-engine " + EngineIdentity.version()};
        }
    }
}
