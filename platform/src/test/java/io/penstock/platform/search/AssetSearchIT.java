package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class AssetSearchIT {

    private static final int TENANT = 1;
    private static final String BY_NAME = "a3 a4 a2 a5 a1";

    private static SeededInventory inventory;
    private static AssetSearch assets;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
        assets = inventory.assets();
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventory: (source: `CrowdStrike Spotlight`)",
                "inventory:(source:`CrowdStrike Spotlight`)",
                "Inventory : ( Source : `CrowdStrike Spotlight` )",
                "inventory.source:`CrowdStrike Spotlight`",
                "inventory.source: `CrowdStrike Spotlight`",
                "asset.inventory.source:`CrowdStrike Spotlight`",
                "asset.inventory:(source:`CrowdStrike Spotlight`)",
                "asset:(inventory.source:`CrowdStrike Spotlight`)",
                "asset:(inventory:(source:`CrowdStrike Spotlight`))",
                "inventory:(source:[`CrowdStrike Spotlight`])",
                "inventory.source=\"CrowdStrike Spotlight\""
            })
    void findsAllAndOnlyTheAssetsOfASource(String query) {
        assertThat(found(query)).isEqualTo("a4 a2 a1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    asset.name:WEB* | a1
                    app | a3 a4 a5
                    app_ | a3
                    not inventory:(source:*) | a5
                    inventory.source is null | a5
                    asset.inventory.source:[`CrowdStrike Spotlight`, `Other Source`] | a3 a4 a2 a1
                    not inventory.source:`CrowdStrike Spotlight` | a3 a5
                    operatingSystem.name:*11 | a3
                    operatingSystem:(name:linux) | ~~
                    asset.biosSerialNumber is null | a4 a2 a5
                    asset.interface:(address:10.1.0.2) | a2
                    asset.interface.address:10.1.0.2* | a2 a5
                    asset.isMinimal:false and asset.criticalityScore<3 | a3 a5
                    finding.severity:5 | a2 a1
                    finding.severity:4 and finding.status:REOPENED | a1
                    finding:(severity:4 and status:REOPENED) | ~~
                    finding:(severity:5 and status:REOPENED) | a1
                    not finding:(severity:5) | a3 a4 a5
                    finding.severity is null | a5
                    finding.cveId:CVE-2021-44228 | a2 a1
                    finding:(cveId:CVE-2021-44228 and isSuppressed:true) | a2
                    finding.vendorProductName:`Spotlight` | a4 a2 a1
                    """)
    void findsByFields(String query, String expected) {
        assertThat(found(query)).isEqualTo(expected);
    }

    @Test
    void everyFieldTakesNullAndStarAndItsExampleRuns() {
        for (var field : SeededInventory.fields().assets()) {
            found(field.example());
            if (field.name().startsWith("finding.")) {
                continue;
            }
            var both = found(field.name() + " is null") + " " + found(field.name() + ":*");

            assertThat(both.strip().split(" +"))
                    .as(field.name())
                    .containsExactlyInAnyOrder(BY_NAME.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pagesHaveNoGapsAndNoDoubles(int limit) {
        var ids = new ArrayList<String>();
        var page = assets.find(TENANT, "", null, limit);
        ids.addAll(names(page.rows()));
        while (page.next().isPresent()) {
            page = assets.find(TENANT, "", page.next().get(), limit);
            ids.addAll(names(page.rows()));
        }

        assertThat(String.join(" ", ids)).isEqualTo(BY_NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_ASC, a3 a4 a2 a5 a1",
        "NAME_DESC, a1 a5 a2 a4 a3",
        "CRITICALITY_DESC, a1 a2 a4 a3 a5",
        "CRITICALITY_ASC, a5 a3 a4 a2 a1",
        "LAST_SEEN_DESC, a2 a1 a5 a4 a3",
        "LAST_SEEN_ASC, a3 a4 a5 a1 a2",
        "SCORE_DESC, a5 a4 a3 a2 a1",
        "SCORE_ASC, a1 a2 a3 a4 a5"
    })
    void pagesOfEveryOrderHaveNoGapsAndNoDoubles(AssetOrder order, String expected) {
        for (var limit = 1; limit <= 5; limit++) {
            var ids = new ArrayList<String>();
            var page = assets.find(TENANT, "", order, null, limit);
            ids.addAll(names(page.rows()));
            while (page.next().isPresent()) {
                page = assets.find(TENANT, "", order, page.next().get(), limit);
                ids.addAll(names(page.rows()));
            }

            assertThat(String.join(" ", ids)).isEqualTo(expected);
        }
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        for (var order : AssetOrder.values()) {
            var next = assets.find(TENANT, "", order, null, 1).next().orElseThrow();
            for (var other : AssetOrder.values()) {
                if (other != order) {
                    assertThatThrownBy(() -> assets.find(TENANT, "", other, next, 1))
                            .hasMessageStartingWith("The parameter 'after' is not");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SCORE_DESC, x", "CRITICALITY_ASC, 1.5", "LAST_SEEN_DESC, yesterday"})
    void refusesACursorWithAForgedKey(AssetOrder order, String key) {
        var forged = Cursor.write(order.bound(""), List.of(id(1).toString(), key));

        assertThatThrownBy(() -> assets.find(TENANT, "", order, forged, 1))
                .hasMessageStartingWith("The parameter 'after' is not");
    }

    @Test
    void aRowHasItsSourcesAndOpenFindings() {
        var rows = assets.find(TENANT, "", null, 50).rows();

        assertThat(rows.get(2).sources()).containsExactly("CrowdStrike Spotlight", "Other Source");
        assertThat(rows.get(2).openBySeverity()).isEqualTo(Map.of(5, 1L, 2, 1L));
        assertThat(rows.get(0).openBySeverity()).isEmpty();
        assertThat(rows.get(4).ipAddresses()).containsExactly("10.1.0.1", "fe80::1");
    }

    @Test
    void anAssetShowsWhatEachSourceSays() {
        var detail = assets.get(TENANT, id(1)).orElseThrow();

        assertThat(detail.serialNumber()).isEqualTo("VMW-42");
        assertThat(detail.macAddresses()).containsExactly("00:50:56:AA:BB:01");
        assertThat(detail.row().openBySeverity()).isEqualTo(Map.of(5, 1L, 4, 1L));
        assertThat(detail.sources()).hasSize(1);
        assertThat(detail.sources().getFirst().attributes())
                .isEqualTo(Map.of("assetName", "WEB-01", "ipAddress", "[\"10.1.0.1\"]"));
        assertThat(assets.get(TENANT, id(2)).orElseThrow().sources())
                .extracting(AssetDetail.Source::recordKey)
                .containsExactly("k2b", "k2");
    }

    @Test
    void anotherTenantSeesOnlyItsOwn() {
        assertThat(names(assets.find(2, "web-01", null, 50).rows())).containsExactly("af");
        assertThat(assets.get(2, id(1))).isEmpty();
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        var next = assets.find(TENANT, "", null, 1).next().orElseThrow();

        assertThatThrownBy(() -> assets.find(TENANT, "app", next, 1))
                .hasMessageStartingWith("The parameter 'after' is not");
    }

    private static String found(String query) {
        var page = assets.find(TENANT, query, null, 50);
        assertThat(page.count()).isEqualTo(page.rows().size());
        return String.join(" ", names(page.rows()));
    }

    private static List<String> names(List<AssetRow> rows) {
        return rows.stream().map(row -> row.id().toString().substring(34)).toList();
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-0000-0000-0000000000a" + number);
    }
}
