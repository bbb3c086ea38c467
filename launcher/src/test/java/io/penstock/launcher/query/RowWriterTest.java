package io.penstock.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class RowWriterTest {

    private static final String LONG = "a title that is long and must be cut somewhere";

    private final StringBuilder out = new StringBuilder();

    @Test
    void aTableKeepsToTheTerminalByCuttingTheLongestColumn() throws IOException {
        new TableRows(out, List.of("severity", "title", "name"), 40)
                .page(List.of(row("severity", 5, "title", LONG, "name", "web-1")));

        assertThat(out)
                .hasToString(
                        """
                        severity  title                    name
                        5         a title that is long a…  web-1
                        """);
        assertThat(out.toString().lines()).allMatch(line -> TerminalText.width(line) <= 40);
    }

    @Test
    void aTableWithoutATerminalCutsNothing() throws IOException {
        var table = new TableRows(out, List.of("title", "name"), TableRows.UNLIMITED);
        table.page(List.of(row("title", "short", "name", "web-1")));
        table.page(List.of(row("title", LONG, "name", "web-2")));

        assertThat(out).hasToString("title  name\nshort  web-1\n" + LONG + "  web-2\n");
    }

    @Test
    void aTableShowsHostileTextsOnOneHarmlessLine() throws IOException {
        new TableRows(out, List.of("title", "name"), 80)
                .page(List.of(row("title", "\u001b[2J\u202e\nx", "name", "שלום")));

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out).contains("�[2J� x").contains("\u200Eשלום").doesNotContain("\u001b");
    }

    @Test
    void aTableShowsTimesToTheMinuteAndSeveralValuesSideBySide() throws IOException {
        new TableRows(out, List.of("seen", "addresses", "open", "score"), 80)
                .page(
                        List.of(
                                row(
                                        "seen",
                                        "2026-03-01T10:00:59.123Z",
                                        "addresses",
                                        List.of("10.0.0.1", "::1"),
                                        "open",
                                        Map.of("5", 3),
                                        "score",
                                        null)));

        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("2026-03-01 10:00  10.0.0.1, ::1  5: 3");
    }

    @Test
    void anEmptyResultHasItsHeaderInTablesAndCsvOnly() throws IOException {
        new TableRows(out, List.of("title"), 80).page(List.of());
        new CsvRows(out, List.of("title", "name")).page(List.of());
        new NdjsonRows(out, List.of()).page(List.of());

        assertThat(out).hasToString("title\ntitle,name\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    plain          | plain
                    a,b            | "a,b"
                    a "b" c        | "a ""b"" c"
                    =1+1           | '=1+1
                    +1             | '+1
                    -1             | '-1
                    @SUM(A1)       | '@SUM(A1)
                    =HYPERLINK("x")| "'=HYPERLINK(""x"")"
                    ＝1+1          | '＝1+1
                    """)
    void noCellOfCsvIsAFormula(String value, String cell) throws IOException {
        new CsvRows(out, List.of("title")).page(List.of(row("title", value)));

        assertThat(out).hasToString("title\r\n" + cell + "\r\n");
    }

    @Test
    void csvKeepsLineEndsAndNumbersAndNoControlCharacters() throws IOException {
        var csv = new CsvRows(out, List.of("title", "score", "open"));
        csv.page(List.of(row("title", "a\nb\u001bc", "score", -5, "open", null)));
        csv.page(List.of(row("title", "\tx", "score", 1, "open", true)));

        assertThat(out).hasToString("title,score,open\r\n\"a\nb�c\",-5,\r\n'\tx,1,true\r\n");
    }

    @Test
    void ndjsonIsWhatThePlatformSentWithNothingThatSteersATerminal() throws IOException {
        new NdjsonRows(out, List.of())
                .page(List.of(row("title", "a\u202e\u009b\u001b\n漢👍", "score", null)));

        assertThat(out)
                .hasToString("{\"title\":\"a\\u202e\\u009b\\u001B\\n漢👍\",\"score\":null}\n");
    }

    @Test
    void ndjsonPrintsTheColumnsThatWereAskedFor() throws IOException {
        new NdjsonRows(out, List.of("score", "other")).page(List.of(row("title", "a", "score", 7)));

        assertThat(out).hasToString("{\"score\":7,\"other\":null}\n");
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... members) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < members.length; i += 2) {
            row.put(String.valueOf(members[i]), members[i + 1]);
        }
        return row;
    }
}
