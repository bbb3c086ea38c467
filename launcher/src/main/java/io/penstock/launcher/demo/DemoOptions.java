package io.penstock.launcher.demo;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.SimulatedTenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What a person may say about the demo; what is left out comes from the last start, or a default.
 */
final class DemoOptions {

    private static final int HOSTS = 500;
    private static final int HOSTS_MAX = 1_000_000;
    private static final long SEED = 1;
    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            description = "Hosts of the simulated tenant (default 500, or as at the last start).")
    @Nullable Integer hosts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "The same seed gives the same tenant (default 1, or as at the last start).")
    @Nullable Long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept between starts (default .penstock/demo).")
    @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The console's port (default 8480, or a free one when that is taken).")
    @Nullable Integer port;

    @Option(names = "--once", description = "End after the summary; exit code 0 when all is well.")
    boolean once;

    void check() {
        if (hosts != null && (hosts < 1 || hosts > HOSTS_MAX)) {
            throw wrong("--hosts is " + hosts + ", allowed are 1 to " + HOSTS_MAX + ".");
        }
        if (port != null && (port < 1 || port > PORT_MAX)) {
            throw wrong("--port is " + port + ", allowed are 1 to " + PORT_MAX + ".");
        }
    }

    SimulatedTenant tenant(ApiClient client) {
        return new SimulatedTenant(
                Objects.requireNonNullElse(hosts, HOSTS),
                Objects.requireNonNullElse(seed, SEED),
                0,
                client,
                Map.of());
    }

    /** The tenant of the last start, with what was said anew. */
    SimulatedTenant tenant(SimulatedTenant last) {
        return new SimulatedTenant(
                Objects.requireNonNullElse(hosts, last.hosts()),
                Objects.requireNonNullElse(seed, last.seed()),
                last.findingsPerHost(),
                last.client(),
                last.options());
    }

    private static FaultException wrong(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "DEMO_OPTION", sentence, "");
    }
}
