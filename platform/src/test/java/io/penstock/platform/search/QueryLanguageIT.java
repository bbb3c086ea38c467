package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.query.Parser;
import io.penstock.query.QueryException;
import io.penstock.query.QueryField;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of {@code query-table.txt}: the condition the query becomes, and what it finds in the
 * seeded inventory, once by the database and once by {@link PlainMeaning} from written facts.
 */
class QueryLanguageIT {

    private static final int ROWS_AT_LEAST = 400;
    private static final int TENANT = 1;
    private static final QueryTable TABLE = QueryTable.read();

    private static SeededInventory inventory;
    private static FindingCounts counts;
    private static FindingSearch findings;
    private static AssetSearch assets;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory =
                SeededInventory.start(directory, "small-inventory.sql", "language-inventory.sql");
        findings = inventory.findings();
        counts = inventory.counts();
        assets = inventory.assets();
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    static List<QueryTable.Row> rows() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void becomesTheConditionAndFindsTheRows(QueryTable.Row row) {
        if (row.refused()) {
            assertThatThrownBy(() -> found(row.page(), row.query()))
                    .isInstanceOf(QueryException.class)
                    .hasMessage(row.found());
            return;
        }
        var fields = SeededInventory.fields();
        var compiled =
                row.page().equals("f")
                        ? fields.forFindings(row.query())
                        : fields.forAssets(row.query());

        assertThat(QueryTable.flat(compiled.sql())).isEqualTo(TABLE.sql(row));
        assertThat(QueryTable.shown(compiled)).isEqualTo(row.binds());
        assertThat(found(row.page(), row.query())).isEqualTo(row.found());
        assertThat(LanguageRows.meant(row.page(), row.query())).isEqualTo(row.found());
        if (row.page().equals("f")) {
            assertThat(counted(row.query()))
                    .isEqualTo(row.found().isEmpty() ? 0 : row.found().split(" ").length);
        }
    }

    @Test
    void theTableIsRead() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(ROWS_AT_LEAST).doesNotHaveDuplicates();
    }

    @Test
    void everyFieldAndEveryAliasIsAskedFor() {
        var asked =
                rows().stream()
                        .filter(row -> !row.refused())
                        .flatMap(row -> LanguageRows.names(Parser.parse(row.query())))
                        .collect(Collectors.toSet());

        assertThat(SeededInventory.fields().findings())
                .flatMap(QueryLanguageIT::names)
                .allMatch(name -> asked.contains(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyNameThatIsKnownFromElsewhereSaysWhyItIsNotHere() {
        for (var name : UnavailableTokens.all()) {
            var field = name.name().replace(".*", ".a");

            assertThatThrownBy(() -> found("f", field + ":1"))
                    .hasMessageContaining(
                            "'" + field + "' is not available because " + name.because() + ".");
            assertThatThrownBy(() -> found("a", field + " is null"))
                    .hasMessageContaining("is not available because " + name.because() + ".");
            if (!name.instead().isEmpty()) {
                found("f", name.instead() + ":*");
            }
        }
    }

    private static List<String> names(QueryField field) {
        return Stream.concat(Stream.of(field.name()), field.aliases().stream()).toList();
    }

    private static String found(String page, String query) {
        return page.equals("f")
                ? sorted(findings.find(TENANT, query, null, 50).rows().stream().map(FindingRow::id))
                : sorted(assets.find(TENANT, query, null, 50).rows().stream().map(AssetRow::id));
    }

    /** What the facets of the query add up to. */
    private static long counted(String query) {
        var bySeverity = counts.facets(TENANT, query).bySeverity().values();
        return bySeverity.stream().mapToLong(Long::longValue).sum();
    }

    private static String sorted(Stream<UUID> ids) {
        return ids.map(id -> id.toString().substring(34)).sorted().collect(Collectors.joining(" "));
    }
}
