package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.query.Suggestion;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What may be typed next, with values of the data: a tenant's own, and each finds its row. */
class SuggestionsIT {

    private static final int TENANT = 1;
    private static final int HOSTILE_NAMES = 40;
    private static final List<String> PIECES =
            List.of(
                    "`",
                    "\"",
                    "'",
                    "\\",
                    "%",
                    "_",
                    "*",
                    " ",
                    "\n",
                    "(",
                    "]",
                    ",",
                    "..",
                    ":",
                    "null",
                    "and",
                    "Zz",
                    "ß",
                    "İ",
                    "\u201c",
                    "\ud83d\ude00",
                    "<b>",
                    ":q1",
                    "--");

    private static SeededInventory inventory;
    private static Suggestions suggestions;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory =
                SeededInventory.start(
                        directory,
                        "small-inventory.sql",
                        "language-inventory.sql",
                        "suggestions-inventory.sql");
        suggestions = SeededInventory.suggestions(inventory.source());
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    asset.name:we            | `WEB-01`
                    asset.name:"APP          | "app_03"
                    finding.title:apache     | `Apache Log4j remote code execution`
                    finding.cveId:cve-2021-4 | CVE-2021-44228
                    finding.cveId:[x, CVE-20 | CVE-2021-44228
                    inventory:(source:crowd  | `CrowdStrike Spotlight`
                    inventory.source:strike  | `CrowdStrike Spotlight`
                    finding.vendorName:o     | `Other`
                    finding.vendorProductName:plus | `Spotlight Plus`
                    connector:(name:bran     | `Branch`
                    connector.id:office      | 00000000-0000-0000-0000-0000000000d1
                    finding.connectionUuid:0000 | 00000000-0000-0000-0000-0000000000d1
                    asset.tag.name:`suggested | `Suggested tag``s`
                    finding.status:ne        | NEW
                    asset.isMinimal:t        | true
                    """)
    void offersWhatTheDataHolds(String text, String value) {
        assertThat(texts(text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    hardware.manufacturer: | Dell
                    finding.product:       | chrome
                    finding.subType:       | Vulnerability
                    """)
    void aFieldWithoutACheapWayHasItsExampleAlone(String text, String example) {
        assertThat(suggest(text))
                .filteredOn(one -> one.kind() == Suggestion.Kind.VALUE)
                .extracting(Suggestion::text)
                .containsExactly(example);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asset.name:",
                "asset.name:sec",
                "finding.title:",
                "finding.title:sec",
                "finding.cveId:",
                "finding.cveId:cve-1999",
                "inventory.source:",
                "finding.vendorName:",
                "finding.vendorProductName:",
                "finding.connectionName:else",
                "connector.name:",
                "connector.id:",
                "finding.connectionUuid:",
                "asset.tag.name:"
            })
    void anotherTenantsValuesNeverAppear(String text) {
        assertThat(suggest(text, 50))
                .extracting(one -> one.label() + one.description())
                .noneMatch(shown -> shown.contains("Secret") || shown.contains("Elsewhere"))
                .noneMatch(shown -> shown.contains("CVE-1999") || shown.contains("0000d3"));
    }

    @Test
    void anyNameThatIsAcceptedFindsItsAsset() {
        var assets = inventory.assets();
        var seed = new Random().nextLong();
        var names = insert(new Random(seed));
        for (var i = 0; i < names.size(); i++) {
            var quote = List.of("", "`", "\"", "'").get(i % 4);
            var query = "asset.name:" + value("asset.name:" + quote + "h" + i + "x", names.get(i));

            assertThat(assets.find(TENANT, query, null, 10).rows())
                    .as("seed %d: %s", seed, query)
                    .extracting(AssetRow::name)
                    .containsExactly(names.get(i));
        }
    }

    @Test
    void aDatabaseThatIsSlowGivesNoValues() throws SQLException {
        try (var other = inventory.source().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table vulnerability in access exclusive mode");
            var start = System.nanoTime();

            assertThat(texts("finding.title:apache")).doesNotContain("`Apache Log4j`");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
            other.rollback();
        }
        assertThat(texts("finding.title:apache")).isNotEmpty();
    }

    @Test
    void theLimitHoldsAndIsBounded() {
        assertThat(suggest("", 3)).hasSize(3);
        assertThatThrownBy(() -> suggest("", 0))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The parameter 'limit' is 0, allowed are 1 to 50.");
        assertThatThrownBy(() -> suggest("", 51)).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> new Suggestions.Typed("abc", 4))
                .hasMessageContaining("The parameter 'caret' is 4, allowed are 0 to 3");
    }

    private static String value(String before, String name) {
        return suggest(before, 50).stream()
                .filter(one -> one.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value " + name + " for " + before))
                .text();
    }

    private static String name(Random random) {
        var name = new StringBuilder("x");
        for (var i = random.nextInt(8); i >= 0; i--) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }

    private static List<String> insert(Random random) {
        var names = new ArrayList<String>();
        for (var i = 0; i < HOSTILE_NAMES; i++) {
            names.add("h" + i + name(random));
        }
        JdbcClient.create(inventory.source())
                .sql(
                        """
                        insert into asset (tenant_id, asset_id, name, external_asset_id, minimal,
                            first_seen, last_seen, created_run, changed_run)
                        select 1, gen_random_uuid(), n, '', false, now(), now(), 1, 1
                        from unnest(:names) n
                        """)
                .param("names", names.toArray(String[]::new))
                .update();
        return names;
    }

    private static List<String> texts(String text) {
        return suggest(text).stream().map(Suggestion::text).toList();
    }

    private static List<Suggestion> suggest(String text) {
        return suggest(text, 10);
    }

    private static List<Suggestion> suggest(String text, int limit) {
        var typed = new Suggestions.Typed(text, text.length());
        return suggestions.suggest(TENANT, Searched.ASSETS, typed, limit).suggestions();
    }
}
