package io.penstock.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class QueryCommandTest {

    private static final Map<String, String> KNOWN =
            Map.of("PENSTOCK_PASSWORD", SmallPlatform.PASSWORD);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheFirstRowsAndHowManyThereAre() throws IOException {
        try (var platform = SmallPlatform.with(12_345)) {
            assertThat(run(platform, KNOWN, "finding.severity:5", "and", "x")).isZero();

            assertThat(out.toString().lines()).hasSize(51);
            assertThat(err).hasToString("50 of 10,000+ rows; --all for everything\n");
            assertThat(platform.asked())
                    .containsExactly(
                            "/api/v1/findings/search {\"query\":\"finding.severity:5 and"
                                    + " x\",\"after\":null,\"limit\":50}");
        }
    }

    @Test
    void printsAllPageByPage() throws IOException {
        try (var platform = SmallPlatform.with(1_234)) {
            assertThat(run(platform, KNOWN, "", "--all", "--columns", "title")).isZero();

            assertThat(out.toString().lines()).hasSize(1_235).last().isEqualTo("Title 1234");
            assertThat(err).hasToString("1,234 rows\n");
            assertThat(platform.asked()).hasSize(3);
        }
    }

    @Test
    void aLimitMayNeedSeveralPages() throws IOException {
        try (var platform = SmallPlatform.with(1_234)) {
            assertThat(run(platform, KNOWN, "", "--limit", "501", "--format", "ndjson")).isZero();

            assertThat(out.toString().lines()).hasSize(501);
            assertThat(err).hasToString("501 of 1,234 rows; --all for everything\n");
        }
    }

    @Test
    void aCompleteFileForMachinesComesWithoutAWord() throws IOException {
        try (var platform = SmallPlatform.with(1)) {
            var code =
                    run(
                            platform,
                            KNOWN,
                            "",
                            "--assets",
                            "--format",
                            "CSV",
                            "--columns",
                            "score,name");

            assertThat(code).isZero();
            assertThat(out).hasToString("score,name\r\n\"\",\r\n");
            assertThat(err).hasToString("");
            assertThat(platform.asked().getFirst()).startsWith("/api/v1/assets/search ");
        }
    }

    @Test
    void showsThePlaceInAQueryThatCannotBeRead() throws IOException {
        try (var platform = SmallPlatform.with(1)) {
            assertThat(run(platform, KNOWN, "log4j and finding.severty:5")).isEqualTo(2);

            assertThat(out).hasToString("");
            assertThat(err.toString().lines())
                    .containsExactly(
                            "penstock: At column 11 of the query: It is �[31mwrong.",
                            "  log4j and finding.severty:5",
                            "            ^",
                            "  Mend it.");
        }
    }

    @Test
    void anyOtherRefusalIsOneSentence() throws IOException {
        try (var platform = SmallPlatform.with(1)) {
            assertThatThrownBy(() -> run(platform, KNOWN, "slow"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("findings/search was refused with 400");
            assertThatThrownBy(() -> run(platform, Map.of(), "a"))
                    .hasMessageContaining("There is no password")
                    .hasMessageContaining("PENSTOCK_PASSWORD");
            assertThatThrownBy(() -> run(platform, Map.of("PENSTOCK_PASSWORD", "hush"), "a"))
                    .hasMessageContaining("refused the sign-in of 'admin'")
                    .hasMessageNotContaining("hush");
            assertThatThrownBy(() -> run(platform, Map.of("PENSTOCK_TOKEN", "old"), "a"))
                    .hasMessageContaining("does not accept the token");
            assertThatThrownBy(() -> run(platform, Map.of("PENSTOCK_TOKEN", "a\nb"), "a"))
                    .hasMessageContaining("PENSTOCK_TOKEN holds a character");
        }
    }

    @Test
    void aPasswordComesFromAFileATokenFromTheEnvironmentOrSomeoneTypesIt(@TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("password"), SmallPlatform.PASSWORD + "\n");
        try (var platform = SmallPlatform.with(1)) {
            var wrong = Map.of("PENSTOCK_TOKEN", "old", "PENSTOCK_PASSWORD", "old");
            assertThat(run(platform, wrong, "a", "--password-file", file.toString())).isZero();
            assertThat(run(platform, Map.of("PENSTOCK_TOKEN", SmallPlatform.TOKEN), "a")).isZero();
            assertThat(print(command(platform, "a"), out, Optional.of(SmallPlatform.PASSWORD)))
                    .isZero();
        }
    }

    @Test
    void aReaderThatHasEnoughIsNoFailureAndAFullDiskIs() throws IOException {
        try (var platform = SmallPlatform.with(2_000)) {
            var command = command(platform, "", "--all");
            var password = Optional.of(SmallPlatform.PASSWORD);

            assertThat(print(command, broken("Broken pipe"), password)).isZero();
            assertThat(platform.asked()).hasSize(1);
            assertThatThrownBy(() -> print(command, broken("No space left on device"), password))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("No space left on device");
        }
    }

    private int run(SmallPlatform platform, Map<String, String> environment, String... arguments) {
        return command(platform, arguments)
                .print(out, new WayIn(environment, _ -> Optional.empty()));
    }

    private static int print(QueryCommand command, Writer out, Optional<String> typed) {
        return command.print(out, new WayIn(Map.of(), _ -> typed));
    }

    private QueryCommand command(SmallPlatform platform, String... arguments) {
        var command = new QueryCommand();
        var line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new PrintWriter(err));
        var all = new String[arguments.length + 2];
        all[0] = "--server";
        all[1] = platform.address().toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        line.parseArgs(all);
        return command;
    }

    private static Writer broken(String reason) {
        return new FilterWriter(new StringWriter()) {
            @Override
            public void flush() throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
