package io.penstock.launcher.query;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.PlatformClient;
import io.penstock.launcher.demo.DemoCommand;
import io.penstock.launcher.query.QueryRun.Outcome;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code penstock query}: rows of a running platform. */
@Command(
        name = "query",
        description = {
            "Asks a running platform for findings, worst first, or for assets by name.",
            "The query is one argument in single quotes; an empty one means all."
        },
        footer = {
            "",
            "The password comes from --password-file, PENSTOCK_PASSWORD or the terminal; a token"
                    + " from",
            "PENSTOCK_TOKEN. Exit code: 0 printed, 1 refused or not reachable, 2 wrong query or"
                    + " option",
            "",
            "Examples:",
            "  bin/penstock query --demo 'finding.severity:5 and finding.status:[NEW, REOPENED]'",
            "  bin/penstock query --assets 'asset.name:web* and finding.severity:5' --limit 10",
            "  bin/penstock query 'finding.cveId:CVE-2021-44228' --format csv --all > log4j.csv",
            "  bin/penstock query '' --format ndjson --columns cveId,assetName | head -3",
            "",
            "docs/operations/query-language.md explains the language."
        },
        mixinStandardHelpOptions = true,
        usageHelpWidth = 100,
        sortOptions = false)
public final class QueryCommand implements Callable<Integer> {

    /** Set by {@code bin/penstock}: how many columns the terminal has. */
    private static final String COLUMNS_PROPERTY = "penstock.columns";

    private static final int COLUMNS = 80;

    @Spec private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "The query.")
    private List<String> words = List.of();

    @Mixin private final OutputOptions output = new OutputOptions();
    @Mixin private final ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        output.check(command.commandLine());
        var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
        return print(out, new WayIn(System.getenv(), new ConsoleTerminal()));
    }

    int print(Writer out, WayIn wayIn) {
        try (var platform = new PlatformClient(server.address())) {
            var session = server.open(platform, wayIn);
            var width = terminal() ? columns() : TableRows.UNLIMITED;
            var rows = output.writer(out, width);
            var query = String.join(" ", words);
            return end(
                    query,
                    new QueryRun(session, output.kind(), out, rows).run(query, output.most()));
        } catch (IOException e) {
            return outputFailed(e);
        } catch (FaultException e) {
            throw e.fault().code().equals(PlatformClient.UNREACHABLE) ? nobodyThere(e) : e;
        }
    }

    private static FaultException nobodyThere(FaultException cause) {
        return new FaultException(
                Fault.of(
                        cause.fault().kind(),
                        cause.fault().code(),
                        cause.fault().message(),
                        "Start it, or say where it is with --server; --demo finds the demo's."),
                cause);
    }

    private int end(String query, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Printed printed -> {
                if (output.format == RowFormat.TABLE || !printed.complete()) {
                    say(footer(printed));
                }
                yield ExitCode.OK;
            }
            case Outcome.Refused refused -> {
                WrongQueryLines.of(query, refused.wrong(), columns()).forEach(this::say);
                yield ExitCode.USAGE;
            }
        };
    }

    private static String footer(Outcome.Printed printed) {
        if (printed.complete()) {
            var rows = printed.printed();
            return rows == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", rows);
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d%s rows; --all for everything",
                printed.printed(),
                printed.count(),
                printed.exact() ? "" : "+");
    }

    /** Whoever reads has had enough, as {@code head} has: that is no failure. */
    private static int outputFailed(IOException failure) {
        var reason = String.valueOf(failure.getMessage());
        if (reason.contains("Broken pipe")) {
            return ExitCode.OK;
        }
        throw new FaultException(
                Fault.of(
                        FaultKind.UNAVAILABLE,
                        "OUTPUT_FAILED",
                        "The rows cannot be written: " + reason + "."),
                failure);
    }

    private void say(String line) {
        var err = command.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private static boolean terminal() {
        return Boolean.getBoolean(DemoCommand.TERMINAL_PROPERTY);
    }

    private static int columns() {
        return Integer.getInteger(COLUMNS_PROPERTY, COLUMNS);
    }
}
