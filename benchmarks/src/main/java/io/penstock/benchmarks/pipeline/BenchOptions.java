package io.penstock.benchmarks.pipeline;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** What is to be measured. */
final class BenchOptions {

    private static final int HOSTS_MAX = 1_000_000;
    private static final int FINDINGS_MAX = 100_000_000;
    private static final int REPEAT_MAX = 20;

    @Option(
            names = "--findings",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Findings of the tenant, about (default ${DEFAULT-VALUE}).")
    int findings;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Hosts of the tenant (default ${DEFAULT-VALUE}).")
    int hosts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same tenant (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often, each time on fresh data (default ${DEFAULT-VALUE}).")
    int repeat;

    @Option(
            names = "--five-times",
            description = "Measures a tenant of five times the size as well, for its memory.")
    boolean fiveTimes;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "where the data goes, removed after each round (default .penstock/bench).")
    @Nullable Path data;

    void check() {
        within("--hosts", hosts, HOSTS_MAX);
        within("--findings", findings, FINDINGS_MAX);
        within("--repeat", repeat, REPEAT_MAX);
        if (findings < hosts) {
            throw wrong("--findings is " + findings + ", at least one per host is needed.");
        }
    }

    private static void within(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw wrong(option + " is " + value + ", allowed are 1 to " + max + ".");
        }
    }

    private static FaultException wrong(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "BENCH_OPTION", sentence, "");
    }
}
