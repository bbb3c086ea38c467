package io.penstock.simulator;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a program: finds the vendor simulations on the class path, serves one, and ends
 * on SIGTERM with 0. A wrong option is answered with one sentence and exit code 2.
 */
@Command(
        name = "simulator",
        description = "Serves a simulated vendor API over HTTP.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SimulatorMain implements Callable<Integer> {

    private static final int SECRET_BYTES_MAX = 4096;

    private final Map<String, String> environment;

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--vendor",
            paramLabel = "KEY",
            description = "Whose API is simulated (default: the only one found).")
    private @Nullable String vendor;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Port to listen on, 0 for any free one (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default ${DEFAULT-VALUE}).")
    private String bind = "";

    @Option(
            names = "--oracle",
            description = "Prints what a perfect client ends up with, and ends.")
    private boolean oracle;

    @Mixin private final SimulatorOptions tenant = new SimulatorOptions();

    @Mixin private final ConformanceOptions conformance = new ConformanceOptions();

    SimulatorMain(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        int code = commandLine(System.getenv()).execute(arguments);
        // After SIGTERM the machine is already ending and exit would wait for this very thread.
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line = new CommandLine(new SimulatorMain(environment));
        line.registerConverter(Instant.class, Instant::parse);
        line.setParameterExceptionHandler(
                (fault, _) -> refused(fault.getCommandLine(), fault.getMessage()));
        line.setExecutionExceptionHandler((fault, failed, _) -> {
            if (fault instanceof FaultException || fault instanceof IllegalArgumentException) {
                return refused(failed, String.valueOf(fault.getMessage()));
            }
            throw fault;
        });
        return line;
    }

    private static int refused(CommandLine line, @Nullable String sentence) {
        line.getErr().println("simulator: " + sentence);
        line.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw fault("SIMULATOR_PORT", "--port is " + port + ", allowed are 0 to 65535.");
        }
        if (conformance.wanted) {
            return scoreCard();
        }
        SimulatedApi api = simulation().open(tenant.scenario(secret()), InstantSource.system());
        if (oracle) {
            out().print(api.oracle());
            out().flush();
            return 0;
        }
        serve(api);
        return 0;
    }

    private int scoreCard() throws InterruptedException {
        if (!command.commandLine().getParseResult().hasMatchedOption("--hosts")) {
            tenant.hosts = ConformanceOptions.HOSTS;
        }
        if (!command.commandLine().getParseResult().hasMatchedOption("--findings-per-host")) {
            tenant.findingsPerHost = ConformanceOptions.FINDINGS_PER_HOST;
        }
        Scenario scenario = tenant.scenario(UUID.randomUUID().toString());
        return new ScoreCardRun(simulation(), scenario, InstantSource.system(), conformance)
                .run(out());
    }

    private void serve(SimulatedApi api) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (SimulatorServer server = SimulatorServer.start(api, bind, port)) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(asked, ended)));
            out().println("simulator ready on " + server.address());
            out().flush();
            asked.await();
        } finally {
            ended.countDown();
        }
    }

    private static void end(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A machine ended by a signal would report the signal; the wish was granted, so it says 0.
        Runtime.getRuntime().halt(0);
    }

    private VendorSimulation simulation() {
        List<VendorSimulation> found =
                ServiceLoader.load(VendorSimulation.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        List<String> keys = found.stream().map(VendorSimulation::key).sorted().toList();
        if (vendor == null && found.size() == 1) {
            return found.getFirst();
        }
        return found.stream()
                .filter(simulation -> simulation.key().equals(vendor))
                .findFirst()
                .orElseThrow(() ->
                        fault(
                                "SIMULATOR_VENDOR",
                                vendor == null
                                        ? "--vendor is needed, found are " + keys + "."
                                        : "No simulation is called \""
                                                + vendor
                                                + "\", found are "
                                                + keys
                                                + "."));
    }

    private String secret() {
        if (oracle) {
            return "unused";
        }
        Path file = tenant.secretFile;
        String secret =
                file == null
                        ? environment.getOrDefault(SimulatorOptions.SECRET_VARIABLE, "")
                        : contentOf(file);
        if (secret.isBlank()) {
            throw fault(
                    "SIMULATOR_SECRET",
                    "The client's secret is missing: set "
                            + SimulatorOptions.SECRET_VARIABLE
                            + " or --client-secret-file.");
        }
        return secret.strip();
    }

    private static String contentOf(Path file) {
        try {
            if (Files.size(file) > SECRET_BYTES_MAX) {
                throw fault(
                        "SIMULATOR_SECRET",
                        "The secret file "
                                + file
                                + " has more than "
                                + SECRET_BYTES_MAX
                                + " bytes.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "SIMULATOR_SECRET",
                            "The secret file " + file + " cannot be read."),
                    e);
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private static FaultException fault(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
