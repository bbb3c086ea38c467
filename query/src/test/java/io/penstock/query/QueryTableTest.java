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

/**
 * Every row of {@code queries.txt}: a query, then its SQL and binds, or the fault with its column.
 * The sign U+2400 stands for the character with the code 0.
 */
class QueryTableTest {

    private static final int ROWS_AT_LEAST = 250;

    record Row(String query, String outcome) {}

    static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var block : table().split("\n\n")) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                rows.add(
                        new Row(
                                lines.getFirst().substring("? ".length()).replace('\u2400', '\0'),
                                String.join("\n", lines.subList(1, lines.size()))));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void compilesOrRefusesAsTheTableSays(Row row) {
        assertThat(outcome(row.query())).as(row.query()).isEqualTo(row.outcome());
    }

    @Test
    void theTableIsRead() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(ROWS_AT_LEAST);
    }

    static String outcome(String query) {
        try {
            var compiled = SampleCatalogue.compile(query);
            var binds =
                    compiled.binds().entrySet().stream()
                            .map(bind -> bind.getKey() + "=" + shown(bind.getValue()))
                            .collect(Collectors.joining(", "));
            return "= " + compiled.sql() + (binds.isEmpty() ? "" : "\n+ " + binds);
        } catch (QueryException e) {
            return "! " + e.fault().sentence();
        }
    }

    private static String shown(Object value) {
        return value instanceof String text
                ? "\"" + text + "\""
                : value.getClass().getSimpleName() + " " + value;
    }

    private static String table() {
        try (var file = QueryTableTest.class.getResourceAsStream("queries.txt")) {
            if (file == null) {
                throw new IllegalStateException("queries.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
