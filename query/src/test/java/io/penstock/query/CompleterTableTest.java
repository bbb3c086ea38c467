package io.penstock.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every row of {@code completions.txt}: a text with its caret, and what is suggested there. */
class CompleterTableTest {

    private static final int ROWS_AT_LEAST = 80;
    private static final int SHOWN = 8;

    record Row(String text, String suggested) {}

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var text = "";
        for (var line : table().split("\n")) {
            if (line.startsWith("? ")) {
                text = line.substring(2);
            } else if (line.startsWith("=")) {
                rows.add(new Row(text, line));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void suggestsWhatTheTableSays(Row row) {
        assertThat(suggested(row.text())).as(row.text()).isEqualTo(row.suggested());
    }

    @Test
    void theTableIsRead() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(ROWS_AT_LEAST).doesNotHaveDuplicates();
    }

    static String suggested(String marked) {
        var caret = marked.indexOf('|');
        var text = marked.substring(0, caret) + marked.substring(caret + 1);
        var completion =
                Completer.complete(text, caret, SampleCatalogue.catalogue(), SampleCatalogue.NOW);
        var all = completion.suggestions();
        var shown =
                all.stream()
                        .limit(SHOWN)
                        .map(one -> " » " + one.text().replace(' ', '_'))
                        .collect(Collectors.joining());
        var more = all.size() > SHOWN ? " » …" : "";
        return "= " + completion.from() + " " + completion.to() + shown + more;
    }

    private static String table() {
        try (var file = CompleterTableTest.class.getResourceAsStream("completions.txt")) {
            if (file == null) {
                throw new IllegalStateException("completions.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
