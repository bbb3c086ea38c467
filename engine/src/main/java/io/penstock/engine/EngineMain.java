package io.penstock.engine;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.EnvTemplate;
import io.penstock.engine.log.LogSetup;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.run.Engine;
import io.penstock.engine.run.EngineIdentity;
import io.penstock.engine.run.ExitCode;
import io.penstock.engine.run.Sources;

import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
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

    /** The pages on their way get ten seconds, the rest of the stop one more. */
    private static final Duration STOP_MAX = Duration.ofSeconds(11);

    private final Map<String, String> environment;
    private final RetryLimits limits;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
    private CommandSpec spec;

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
        var line = new CommandLine(main);
        var usage = line.execute(arguments);
        return usage == CommandLine.ExitCode.OK ? main.result.number() : usage;
    }

    @Override
    public void run() {
        result = start(engine -> engine.work(false));
    }

    @Command(name = "run", description = "Runs once, or by service.cron-expression. The default.")
    void runCommand(
            @Option(names = "--full", description = "Reads everything, not only what has changed.")
                    boolean full) {
        result = start(engine -> engine.work(full));
    }

    @Command(
            name = "check",
            description = "Tests the connection without a run and tells the platform.")
    void check() {
        result = start(engine -> engine.check(this::print));
    }

    private void print(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    @Command(name = "env-template", description = "Prints an environment file to fill in.")
    void envTemplate() {
        var out = spec.commandLine().getOut();
        out.print(EnvTemplate.text());
        out.flush();
    }

    private ExitCode start(Function<Engine, ExitCode> task) {
        try {
            var level = EngineConfig.logLevel(environment);
            LogSetup.start(level, LogSetup.DIRECTORY)
                    .ifPresent(spec.commandLine().getErr()::println);
            var config = EngineConfig.read(environment);
            LoggerFactory.getLogger(EngineMain.class)
                    .info("Penstock engine {} for {}.", EngineIdentity.version(), config.api());
            var patient = limits.atMost(config.work().patience());
            var engine = new Engine(config, Sources.onClassPath(), patient, InstantSource.system());
            return untilStopped(engine, task);
        } catch (FaultException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.CONFIGURATION;
        }
    }

    private static ExitCode untilStopped(Engine engine, Function<Engine, ExitCode> task) {
        var hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(engine));
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

    private static void stop(Engine engine) {
        engine.stop();
        try {
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
