package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.Argument;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table of functions in the manual is the catalogue's own. */
class FunctionTableTest {

    private static final Path MANUAL = Path.of("../docs/operations/transform-maps.md");
    private static final String BEGIN = "<!-- functions -->\n";
    private static final String END = "<!-- /functions -->";

    @Test
    void theManualListsEveryFunctionAsItIs() throws IOException {
        var text = Files.readString(MANUAL);
        var table = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
        assertThat(table).isEqualTo(table());
    }

    static String table() {
        var head =
                """
                | function | works on | takes, gives | does | on bad input | example |
                |---|---|---|---|---|---|
                """;
        return head
                + Functions.all().stream()
                        .map(FunctionTableTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(MapFunction f) {
        var signature = f.signature();
        return "| `%s`%s | %s | %s, %s | %s | %s | %s |\n"
                .formatted(
                        f.name(),
                        signature.arguments().stream()
                                .map(FunctionTableTest::argument)
                                .collect(Collectors.joining()),
                        signature.over().name().toLowerCase(Locale.ROOT),
                        signature.takes().label(),
                        gives(signature.gives()),
                        f.help().does(),
                        f.help().onBadInput(),
                        example(f.help().example()));
    }

    private static String gives(@Nullable DataType type) {
        return type == null ? "the same" : type.label();
    }

    private static String argument(Argument a) {
        var unit = a.form() == Argument.Form.TEXT ? " characters" : "";
        var otherwise = a.otherwise() == null ? "required" : "else `" + a.otherwise() + "`";
        return "<br>`%s`: %s (%d to %d%s; %s)"
                .formatted(a.name(), a.does(), a.least(), a.most(), unit, otherwise);
    }

    private static String example(MapFunction.Example e) {
        var given =
                e.arguments().isEmpty() ? "" : cell(new TreeMap<>(e.arguments()).toString()) + " ";
        return given + cells(e.in()) + " → " + cells(e.out());
    }

    private static String cells(List<String> values) {
        return values.isEmpty()
                ? "none"
                : values.stream().map(FunctionTableTest::cell).collect(Collectors.joining(", "));
    }

    private static String cell(String value) {
        return "`" + value.replace("\n", "↵").replace("|", "\\|") + "`";
    }
}
