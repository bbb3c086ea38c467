package io.penstock.simulator;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options that describe the tenant. */
final class SimulatorOptions {

    /** The default present: fixed, so that the same seed gives the same bytes on any day. */
    static final String NOW = "2026-11-01T00:00:00Z";

    static final String CLIENT_ID = "0123456789abcdef0123456789abcdef";

    /** Where the secret is looked for when no file is given. */
    static final String SECRET_VARIABLE = "PENSTOCK_SIMULATOR_SECRET";

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "500",
            description = "Hosts of the tenant (default ${DEFAULT-VALUE}).")
    int hosts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--findings-per-host",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Mean findings of a host with a sensor; 0 takes the vendor's own distribution"
                            + " (default ${DEFAULT-VALUE}).")
    int findingsPerHost;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            defaultValue = NOW,
            description = "The tenant's present, in UTC (default ${DEFAULT-VALUE}).")
    Instant now = Instant.EPOCH;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            defaultValue = CLIENT_ID,
            description = "The API client that is accepted (default ${DEFAULT-VALUE}).")
    String clientId = "";

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "File with the client's secret; otherwise " + SECRET_VARIABLE + ".")
    @Nullable Path secretFile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "File with switches of the vendor's simulation, one name=value a line; an"
                            + " --option wins over it.")
    @Nullable Path config;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "A switch of the vendor's simulation; may be repeated.")
    Map<String, String> options = new LinkedHashMap<>();

    Scenario scenario(String secret) {
        Map<String, String> all = new LinkedHashMap<>(ConfigFile.read(config));
        all.putAll(options);
        return new Scenario(seed, hosts, findingsPerHost, now, clientId, secret, all);
    }
}
