package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.query.QueryField;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The operators' page of the query language names every field as the catalogue has it. */
class QueryLanguagePageTest {

    private static final Path PAGE = Path.of("../docs/operations/query-language.md");

    @Test
    void hasEveryFieldOfTheCatalogueAndNoOther() throws IOException {
        var expected =
                SeededInventory.fields().findings().stream()
                        .map(QueryLanguagePageTest::line)
                        .sorted()
                        .collect(Collectors.toList());

        assertThat(lines("| `", " | "))
                .as("lines of the table, sorted by name")
                .containsExactlyElementsOf(expected);
    }

    @Test
    void namesWhatIsNotAvailableAndWhy() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(UnavailableTokens.all())
                .allSatisfy(name -> {
                    assertThat(page).contains("`" + name.name() + "`");
                    assertThat(page).contains("* " + name.because());
                });
    }

    /** As the page shows a field. */
    static String line(QueryField field) {
        var type =
                field.values().isEmpty()
                        ? field.type().name().toLowerCase(Locale.ROOT)
                        : String.join(", ", field.values().keySet());
        var aliases =
                field.aliases().stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | `` %s `` | %s |"
                .formatted(field.name(), type, field.description(), field.example(), aliases);
    }

    private static List<String> lines(String start, String inside) throws IOException {
        try (var lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith(start) && line.contains(inside + "``"))
                    .toList();
        }
    }
}
