package io.penstock.benchmarks.search;

import io.penstock.benchmarks.RoundFolder;
import io.penstock.benchmarks.search.LoadedPlatform.Tenant;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.demo.DemoCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** {@code penstock bench search}. */
@Command(
        name = "search",
        description = {
            "Measures what people ask of a loaded platform, over HTTP: first pages of any",
            "combination of conditions, facets, groups, and a long export with the platform's",
            "memory; the console's pages; and the first page again with a tenth of the findings."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SearchBench implements Callable<Integer> {

    private static final int TENTH = 10;
    private static final double MIB = 1024.0 * 1024;
    private static final int WARM = 40;
    private static final int TIMES = 21;
    private static final int SIZE_MAX = 100_000_000;
    private static final Pattern CVE = Pattern.compile("\"cveId\":\"([^\"]+)\"");
    private static final Pattern HOST = Pattern.compile("\"assetName\":\"([A-Za-z0-9-]+)\"");

    private static final String PAGE = "findings?limit=50&query=";
    private static final List<String> GROUPS =
            List.of("SEVERITY", "STATUS", "CVE", "HOST", "SOURCE", "AGE");

    @Spec private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--findings",
            paramLabel = "N",
            defaultValue = "2220000",
            description = "Findings of the tenant, about (default ${DEFAULT-VALUE}).")
    private int findings;

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "22200",
            description = "Hosts of the tenant (default ${DEFAULT-VALUE}).")
    private int hosts;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the tenant and of the queries (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--asks",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many combinations of conditions (default ${DEFAULT-VALUE}).")
    private int asks;

    @Option(
            names = "--export",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Rows of the export (default ${DEFAULT-VALUE}).")
    private int export;

    @Override
    public Integer call() {
        within("--hosts", hosts);
        within("--findings", findings);
        within("--asks", asks);
        within("--export", export);
        var small =
                measured(Math.ceilDiv(hosts, TENTH), Math.ceilDiv(findings, TENTH), this::first);
        var large = measured(hosts, findings, this::all);
        out().printf(
                        Locale.ROOT,
                        "first page with a tenth of the findings %.1f ms, with all %.1f ms: %.2f"
                                + " times%n",
                        small,
                        large,
                        large / small);
        out().flush();
        return 0;
    }

    private interface Measuring {
        double of(LoadedPlatform platform, Asker asker);
    }

    private double measured(int someHosts, int someFindings, Measuring measuring) {
        var home = Path.of(System.getProperty(DemoCommand.HOME_PROPERTY, "."));
        var data = home.resolve(".penstock").resolve("bench-search");
        try (var folder = RoundFolder.in(data);
                var platform =
                        LoadedPlatform.load(
                                home, folder.path(), new Tenant(someHosts, someFindings, seed));
                var asker = platform.asker()) {
            return measuring.of(platform, asker);
        }
    }

    /** Milliseconds of the first page without a condition, the median of some. */
    private double first(LoadedPlatform platform, Asker asker) {
        for (var i = 0; i < WARM; i++) {
            asker.ask(PAGE, "");
        }
        var times = new Times();
        for (var i = 0; i < TIMES; i++) {
            asker.time(PAGE, "", times);
        }
        return times.medianMillis();
    }

    private double all(LoadedPlatform platform, Asker asker) {
        var first = first(platform, asker);
        var queries = mix(asker).queries(asks, seed);
        queries.stream().limit(WARM).forEach(query -> asker.ask(PAGE, query));
        timed(asker, "first pages", PAGE, queries);
        timed(asker, "facets", "findings/facets?query=", queries);
        for (var by : GROUPS) {
            var path = "findings/counts?by=" + by + "&limit=20&query=";
            timed(asker, "by " + by, path, queries.subList(0, Math.min(WARM, asks)));
        }
        try (var visitor = platform.visitor()) {
            visited(visitor);
        }
        exported(platform, asker);
        return first;
    }

    private static QueryMix mix(Asker asker) {
        var rows = new StringBuilder();
        for (var severity = 1; severity <= 5; severity++) {
            rows.append(asker.ask("findings?limit=200&query=", "finding.severity:" + severity));
        }
        return new QueryMix(
                CVE.matcher(rows).results().map(found -> found.group(1)).toList(),
                HOST.matcher(rows).results().map(found -> found.group(1)).toList());
    }

    private void timed(Asker asker, String label, String path, List<String> queries) {
        var times = new Times();
        queries.forEach(query -> asker.time(path, query, times));
        out().printf("%-12s %s%n", label, times.figures());
        times.slowest().forEach(line -> out().printf("             %s%n", line));
        out().flush();
    }

    /** All pages together, and each by itself. */
    private void visited(Visitor visitor) {
        var all = new Times();
        var lines = new ArrayList<String>();
        for (var page : ConsolePages.of(visitor)) {
            visitor.page(page);
            var times = new Times();
            for (var i = 0; i < TIMES; i++) {
                visitor.time(page, times);
            }
            all.addAll(times);
            lines.add(String.format(Locale.ROOT, "%6.1f ms  %s", times.medianMillis(), page));
        }
        out().printf("pages        %s%n", all.figures());
        lines.forEach(line -> out().printf("             %s%n", line));
        out().flush();
    }

    /** A tenth first: what stays beyond its peak when ten times as much is sent, grows. */
    private void exported(LoadedPlatform platform, Asker asker) {
        var before = platform.peak();
        asker.lines("findings/export?format=ndjson&query=", "", export / TENTH);
        var tenth = platform.peak();
        var begun = System.nanoTime();
        var lines = asker.lines("findings/export?format=ndjson&query=", "", export);
        var seconds = (System.nanoTime() - begun) / 1e9;
        out().printf(
                        Locale.ROOT,
                        "export       %,d rows in %.1f s; platform's peak %.0f MiB before, %.0f"
                                + " after a tenth, %.0f after all%n",
                        lines,
                        seconds,
                        before / MIB,
                        tenth / MIB,
                        platform.peak() / MIB);
        out().flush();
    }

    private static void within(String option, int value) {
        if (value < 1 || value > SIZE_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "BENCH_OPTION",
                    option + " is " + value + ", allowed are 1 to " + SIZE_MAX + ".",
                    "");
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
