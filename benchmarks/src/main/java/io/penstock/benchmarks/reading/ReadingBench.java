package io.penstock.benchmarks.reading;

import io.penstock.benchmarks.reading.TenantReader.Reading;
import io.penstock.launcher.demo.DemoCommand;
import io.penstock.launcher.stack.ApiClient;
import io.penstock.launcher.stack.Installation;
import io.penstock.launcher.stack.SimulatedTenant;
import io.penstock.launcher.stack.Stack;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code penstock bench reading}. */
@Command(
        name = "reading",
        description = {
            "Measures reading alone: one cursor against slices at a vendor's latency, and the"
                    + " calls",
            "that the hosts of a large tenant cost."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReadingBench implements Callable<Integer> {

    private static final String FINDINGS = "vulnerabilities";
    private static final int HOSTS_A_PAGE = 100;

    /** After the simulator's fixed present. */
    private static final Instant UNTIL = Instant.parse("2026-11-02T00:00:00Z");

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--findings",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Findings to read, about (default ${DEFAULT-VALUE}).")
    private int findings;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "250000",
            description = "Hosts to read (default ${DEFAULT-VALUE}).")
    private int hosts;

    @Option(
            names = "--page-delay",
            paramLabel = "MS",
            defaultValue = "2000",
            description = "Time the vendor takes for a page (default ${DEFAULT-VALUE}).")
    private int pageDelay;

    @Option(
            names = "--count-delay",
            paramLabel = "MS",
            defaultValue = "300",
            description = "Time the vendor takes to count (default ${DEFAULT-VALUE}).")
    private int countDelay;

    @Override
    public Integer call() {
        var home = Path.of(System.getProperty(DemoCommand.HOME_PROPERTY, "."));
        var data = home.resolve(".penstock").resolve("bench-reading");
        try (var stack = new Stack(Installation.at(home), data)) {
            var good = slices(stack);
            return hosts(stack) && good ? 0 : 1;
        }
    }

    private boolean slices(Stack stack) {
        var tenant = tenant(2_000, Math.ceilDiv(findings, 1_800), Map.of());
        var warm = reader(stack, tenant).read(FINDINGS, 4);
        out().printf(
                        Locale.ROOT,
                        "findings  %,d on %,d hosts, %d ms a page, %d ms a count%n",
                        warm.distinct(),
                        tenant.hosts(),
                        pageDelay,
                        countDelay);
        var slow = tenant.with("page-delay", "" + pageDelay).with("count-delay", "" + countDelay);
        var reader = reader(stack, slow);
        var one = shown("1 thread", reader.read(FINDINGS, 1), null);
        var sixteen = shown("16 threads", reader.read(FINDINGS, 16), one);
        var fifty = shown("50 threads", reader.read(FINDINGS, 50), one);
        return one.complete() && sixteen.complete() && fifty.complete();
    }

    private boolean hosts(Stack stack) {
        var read = reader(stack, tenant(hosts, 1, Map.of())).read("hosts", 8);
        var queries = read.calls().callsOf("/discover/queries/");
        var entities = read.calls().callsOf("/discover/entities/");
        var least = 2L * Math.ceilDiv(hosts, HOSTS_A_PAGE);
        out().printf(
                        Locale.ROOT,
                        "hosts     %,d distinct of %,d, %s; %,d + %,d calls, least %,d, ratio"
                                + " %.3f%n",
                        read.distinct(),
                        hosts,
                        read.complete() ? "every slice sealed" : "NOT COMPLETE",
                        queries,
                        entities,
                        least,
                        (queries + entities) / (double) least);
        out().flush();
        return read.complete() && read.distinct() == hosts;
    }

    private Reading shown(String label, Reading read, @Nullable Reading one) {
        var ratio =
                one == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", 1/%.1f of one thread's",
                                one.wall().toMillis() / (double) read.wall().toMillis());
        out().printf(
                        Locale.ROOT,
                        "%-10s %.2f s%s; %,d findings, %d slices, %d cuts, %d pages, %s%n",
                        label,
                        read.wall().toMillis() / 1e3,
                        ratio,
                        read.distinct(),
                        read.counts().slices(),
                        read.counts().splits(),
                        read.counts().pages(),
                        read.complete() ? "every slice sealed" : "NOT COMPLETE");
        out().flush();
        return read;
    }

    private static SimulatedTenant tenant(int hosts, int perHost, Map<String, String> options) {
        return new SimulatedTenant(
                hosts, 1, perHost, ApiClient.random(new SecureRandom()), options);
    }

    private static TenantReader reader(Stack stack, SimulatedTenant tenant) {
        var simulator = stack.startSimulator(tenant, 0);
        return new TenantReader(simulator.address(), tenant.client(), UNTIL);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
