package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.e2e.Penstock.Ended;
import io.penstock.e2e.Penstock.Serving;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a newcomer sees: the demo as a black box, from {@code bin/penstock} on. */
class DemoE2eTest {

    private static final int HOSTS = 12;
    private static final long SEED = 3;
    private static final int MAPPED = 3;
    private static final int CREATED = 5;
    private static final Pattern FINDINGS =
            Pattern.compile("finding\\.vendorProductName: `Spotlight` → ([\\d,]+)");
    private static final Pattern ASSETS =
            Pattern.compile("inventory: \\(source: `CrowdStrike Spotlight`\\) → ([\\d,]+)");
    private static final Pattern PASSWORD = Pattern.compile("Sign in +admin / (\\S+)");

    @TempDir private Path folder;

    @Test
    void bringsTheTenantInAndTheSecondPullChangesNothing() throws Exception {
        var data = folder.resolve("data of the demo");
        var expected = oracle();

        var first = demo(data, "--hosts", "" + HOSTS, "--seed", "" + SEED);

        assertThat(first.code()).as(first.output()).isZero();
        assertThat(row(first, "hosts")).startsWith(expected.get("hosts.total")).endsWith("ok");
        assertThat(row(first, "findings"))
                .startsWith(expected.get("findings.total"))
                .endsWith("ok");
        assertThat(number(first, FINDINGS)).isEqualTo(mapped(first, "findings"));
        assertThat(number(first, ASSETS))
                .isEqualTo(
                        mapped(first, "hosts") + number(expected, "hosts.unlisted_with_findings"));
        assertPasswordIsNowhereElse(first, data);

        try (var second = serving(data)) {
            var again = new Ended(0, second.output());
            assertThat(cells(again, "hosts").subList(CREATED, CREATED + 2))
                    .containsExactly("0", "0");
            assertThat(cells(again, "findings").subList(CREATED, CREATED + 2))
                    .containsExactly("0", "0");
            assertThat(number(again, FINDINGS)).isEqualTo(number(first, FINDINGS));
            assertThat(again.output()).contains("penstock.reset-admin-password=true");
            assertAnswersQueries(data, first);
        }
    }

    @Test
    void refusesAnImpossibleSizeWithOneSentence() throws Exception {
        var ended = demo(folder, "--hosts", "0");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output().strip())
                .isEqualTo("penstock: --hosts is 0, allowed are 1 to 1000000.");
    }

    private Map<String, String> oracle() throws Exception {
        var ended =
                penstock(
                        List.of(
                                "simulator",
                                "--oracle",
                                "--hosts",
                                "" + HOSTS,
                                "--seed",
                                "" + SEED));
        assertThat(ended.code()).as(ended.output()).isZero();
        var values = new HashMap<String, String>();
        ended.output()
                .lines()
                .filter(line -> line.contains("="))
                .forEach(line -> {
                    var equals = line.indexOf('=');
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                });
        return values;
    }

    private Ended demo(Path data, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("demo", "--once", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return penstock(arguments);
    }

    private Serving serving(Path data) throws Exception {
        return new Penstock(folder)
                .serve("Ctrl-C ends the demo", List.of("demo", "--data", data.toString()));
    }

    private Ended penstock(List<String> arguments) throws Exception {
        return new Penstock(folder).run(arguments);
    }

    private void assertAnswersQueries(Path data, Ended first) throws Exception {
        var table = query(data, "", "--limit", "3");
        assertThat(table.code()).as(table.output()).isZero();
        assertThat(table.output().lines())
                .hasSize(5)
                .last()
                .isEqualTo(
                        String.format(
                                Locale.ROOT,
                                "3 of %,d rows; --all for everything",
                                number(first, FINDINGS)));

        var assets = query(data, "", "--assets", "--all", "--format", "ndjson");
        assertThat(assets.output().lines())
                .hasSize(Math.toIntExact(number(first, ASSETS)))
                .allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}"));

        var wrong = query(data, "a and finding.severty:5");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.output().lines().toList().subList(1, 4))
                .containsExactly(
                        "  a and finding.severty:5",
                        "        ^",
                        "  Did you mean finding.severity?");
    }

    private Ended query(Path data, String query, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("query", query, "--data", data.toString()));
        arguments.addAll(List.of(more));
        return penstock(arguments);
    }

    /** The figures of a stream in the ledger, without its name. */
    private static String row(Ended ended, String stream) {
        return String.join(" ", cells(ended, stream)).replace(",", "");
    }

    private static List<String> cells(Ended ended, String stream) {
        var line =
                ended.output()
                        .lines()
                        .filter(candidate -> candidate.matches(stream + " .* (ok|NOT BALANCED.*)"))
                        .findFirst();
        assertThat(line).as(ended.output()).isPresent();
        return List.of(line.orElseThrow().strip().split(" +")).subList(1, 11);
    }

    private static long mapped(Ended ended, String stream) {
        return Long.parseLong(cells(ended, stream).get(MAPPED).replace(",", ""));
    }

    private static long number(Ended ended, Pattern pattern) {
        var counts = pattern.matcher(ended.output()).results().toList();
        assertThat(counts).as(ended.output()).isNotEmpty();
        return Long.parseLong(counts.getLast().group(1).replace(",", ""));
    }

    private static long number(Map<String, String> values, String key) {
        assertThat(values).containsKey(key);
        return Long.parseLong(values.getOrDefault(key, ""));
    }

    private static void assertPasswordIsNowhereElse(Ended first, Path data) throws IOException {
        var shown = PASSWORD.matcher(first.output());
        assertThat(shown.find()).as(first.output()).isTrue();
        var password = shown.group(1);
        try (var logs = Files.list(data.resolve("logs"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain(password));
        }
        assertThat(Files.readString(data.resolve("demo.env"))).doesNotContain(password);
    }
}
