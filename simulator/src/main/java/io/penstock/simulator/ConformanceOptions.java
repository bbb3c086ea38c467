package io.penstock.simulator;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.simulator.conformance.Client;
import io.penstock.simulator.conformance.Trial;
import io.penstock.simulator.option.Setting;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of the score card. */
final class ConformanceOptions {

    /** The tenant a client is tried with when nobody says so: more than one page of everything. */
    static final int HOSTS = 250;

    static final int FINDINGS_PER_HOST = 40;

    private static final int SECONDS_MAX = 3600;

    @Option(
            names = "--conformance",
            description = "Tries a client with one fault after the other, prints a score card.")
    boolean wanted;

    @Option(
            names = "--client",
            paramLabel = "COMMAND",
            description =
                    "The client: a command of the shell. It finds its base address in "
                            + Client.URL
                            + ", its id and secret in PENSTOCK_SIMULATOR_CLIENT_ID and "
                            + SimulatorOptions.SECRET_VARIABLE
                            + ", and may write lines \"host ID\" and \"finding ID\" into the file "
                            + Client.IDS
                            + ".")
    String client = "";

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = "Only this fault; may be repeated (default: all).")
    List<String> faults = new ArrayList<>();

    @Option(
            names = "--expect",
            paramLabel = "KIND",
            split = ",",
            description = "What the client is to hold: host, finding, finding:open (default: all).")
    Set<String> kinds = Set.of();

    @Option(
            names = "--trial-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Time of one trial (default ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--trial-calls",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Calls of one trial (default ${DEFAULT-VALUE}).")
    int calls;

    @Option(
            names = "--client-logs",
            paramLabel = "DIRECTORY",
            description = "Keeps the client's output, a file for each trial.")
    @Nullable Path logs;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default ${DEFAULT-VALUE}).")
    String format = "";

    /** Refuses what cannot be. */
    void check() {
        if (client.isBlank()) {
            throw fault("--conformance needs a client to try: --client COMMAND.");
        }
        if (!format.equals("table") && !format.equals("json")) {
            throw fault("--format is \"" + format + "\", allowed are table and json.");
        }
        if (seconds < 1 || seconds > SECONDS_MAX || calls < 1) {
            throw fault(
                    "--trial-seconds is "
                            + seconds
                            + " and --trial-calls "
                            + calls
                            + ", allowed are 1 to "
                            + SECONDS_MAX
                            + " and 1 or more.");
        }
        if (logs != null && !Files.isDirectory(logs)) {
            throw fault("--client-logs " + logs + " is not a directory.");
        }
    }

    Client client(String id, String secret) {
        Map<String, String> identity =
                Map.of(
                        "PENSTOCK_SIMULATOR_CLIENT_ID",
                        id,
                        SimulatorOptions.SECRET_VARIABLE,
                        secret);
        return new Client(client, identity, Duration.ofSeconds(seconds), calls, logs);
    }

    /** The undisturbed trial and those of the chosen faults. */
    List<Trial> trials(Collection<Setting<?>> settings) {
        List<String> known =
                settings.stream()
                        .filter(setting -> !setting.kind().trials().isEmpty())
                        .map(setting -> setting.kind().name())
                        .toList();
        for (String name : faults) {
            if (!known.contains(name)) {
                throw fault("--fault " + name + " is not known, there are " + known + ".");
            }
        }
        List<Trial> trials = new ArrayList<>();
        trials.add(Trial.undisturbed());
        for (Setting<?> setting : settings) {
            String name = setting.kind().name();
            if (faults.isEmpty() || faults.contains(name)) {
                setting.kind()
                        .trials()
                        .forEach(
                                value -> trials.add(new Trial(name, value, setting.kind().help())));
            }
        }
        return trials;
    }

    private static FaultException fault(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "SIMULATOR_CONFORMANCE", sentence, "");
    }
}
