package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;

/** What the console asks, on 200,000 findings: never a pass over the whole table for a page. */
class SearchPlanIT {

    private static final int TENANT = 1;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static SeededInventory inventory;

    private PlanRecorder recorder;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "large-inventory.sql");
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @BeforeEach
    void record() {
        recorder = new PlanRecorder(inventory.source());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "finding.severity:5",
                "finding.severity:[4, 5] and finding.status:NEW",
                "finding.vendorProductName:`Product 1`",
                "finding.cveId:CVE-2026-77",
                "finding.title:\"vulnerability 77\"",
                "finding.lastFoundDate>=2026-02-28",
                "inventory:(source:`Source 1`)",
                "not finding.riskAcceptance.type:FALSE_POSITIVE",
                "finding.riskFactor.isCisaKnownExploit:false",
                "not finding.epssScore>=0.5",
                "asset.isInternetFacing:false",
                "asset.name:`host-77`",
                "asset.id:00000000-0000-0000-0000-00000000004d",
                "finding.detectionAge>=30",
                "finding.detectionAge:(30 .. 90)",
                "finding.ttr is null",
                "finding.ingestedDate is null",
                "finding.riskFactor.rti is null",
                "finding.isExploitAvailable is null",
                "finding.threatIntel.isRansomware:false",
                "finding.cvss3Criticality is null",
                "inventory:(source:`Source 1` and createdDate is null)",
                "connector:(name:\"connection 1\" and firstFoundDate<now)",
                "not finding.riskAcceptance:(type:FALSE_POSITIVE and endDate>now)",
                "asset.created is null",
                "2026-77"
            })
    void aPageOfFindingsNeverReadsTheWholeTable(String query) {
        var findings = SeededInventory.findings(recorder, LIMIT);
        var first = findings.find(TENANT, query, null, 50);
        first.next().ifPresent(after -> findings.find(TENANT, query, after, 50));

        assertThat(first.rows()).isNotEmpty();
        assertNoPassOverAll();
    }

    /** Nothing matches, so that everything is looked at: in the index. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "finding.severity:7",
                "finding.status:NEW and finding.severity:[1, 2] and finding.isExpired:true",
                "finding.firstFoundDate>now-1d",
                "finding.status:NEW and finding.firstFoundDate>now-1d",
                "finding.lastFoundDate>now",
                "finding.vendorProductName:`Product 3`",
                "not finding.status:NEW and finding.connectionName:nobody",
                "finding.cveId:CVE-1999-1",
                "asset.name:nobody*",
                "inventory:(source:`Source 9`)"
            })
    void aPageOfNothingIsFoundInTheIndex(String query) {
        var page = SeededInventory.findings(recorder, LIMIT).find(TENANT, query, null, 50);

        assertThat(page.rows()).isEmpty();
        assertThat(page.count()).isZero();
        assertNoPassOverAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "finding.severity:[4, 5] and finding.status:NEW",
                "not finding.status:FIXED and finding.lastFoundDate>=2026-02-28",
                "finding.cveId:CVE-2026-77",
                "asset.name:host-7*"
            })
    void countsNeverReadTheWholeTable(String query) {
        var counts = SeededInventory.counts(recorder);
        assertThat(counts.facets(TENANT, query).exact()).isTrue();
        for (var by : GroupBy.values()) {
            assertThat(counts.groups(TENANT, query, by, 20).groups()).isNotEmpty();
        }

        assertNoPassOverAll();
    }

    /** But for the count beside a page, which stops at its bound. */
    private void assertNoPassOverAll() {
        assertThat(recorder.plans())
                .isNotEmpty()
                .filteredOn(plan -> !plan.startsWith("select count(*) from (select 1 "))
                .noneMatch(plan -> plan.contains("Seq Scan on finding "));
    }

    @ParameterizedTest
    @EnumSource
    void aDeepPageStartsWhereTheLastOneEnded(FindingOrder order) {
        var findings = SeededInventory.findings(recorder, LIMIT);
        var page = findings.find(TENANT, "", order, null, 500);
        findings.find(TENANT, "", order, page.next().orElseThrow(), 500);

        assertThat(recorder.plans())
                .filteredOn(plan -> plan.contains("(f.severity, f.last_found)"))
                .hasSize(1)
                .allMatch(plan -> plan.contains("Index Cond: ((tenant_id = 1) AND (ROW("));
    }

    @Test
    void oneFindingAndOneAssetAreFoundByTheirKeys() {
        var id = UUID.fromString("00000000-0000-0000-0000-00000000004d");

        assertThat(SeededInventory.findings(recorder, LIMIT).get(TENANT, id)).isPresent();
        assertThat(SeededInventory.assets(recorder).get(TENANT, id)).isPresent();
        assertNoPassOverAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "asset.name:host-7*",
                "inventory:(source:`Source 1`)",
                "inventory:(source:`Source 1` and lastUpdated is null)",
                "host-77",
                "finding:(severity:5 and status:NEW)"
            })
    void aPageOfAssetsNeverReadsAllFindings(String query) {
        var assets = SeededInventory.assets(recorder);
        var first = assets.find(TENANT, query, null, 50);
        first.next().ifPresent(after -> assets.find(TENANT, query, after, 50));

        assertThat(first.rows()).isNotEmpty();
        assertNoPassOverAll();
    }

    @ParameterizedTest
    @EnumSource
    void assetsOfEveryOrderNeverReadAllFindings(AssetOrder order) {
        var assets = SeededInventory.assets(recorder);
        var first = assets.find(TENANT, "", order, null, 50);
        var second = assets.find(TENANT, "", order, first.next().orElseThrow(), 50);

        assertThat(second.rows()).hasSize(50).doesNotContainAnyElementsOf(first.rows());
        assertNoPassOverAll();
    }

    @Test
    void pagesOfManyEqualKeysHaveNoGapsAndNoDoubles() {
        var findings = SeededInventory.findings(inventory.source(), LIMIT);
        var query = "asset.name:[`host-1`, `host-2`, `host-3`]";
        var seen = new HashSet<UUID>();
        var page = findings.find(TENANT, query, null, 7);
        page.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
        while (page.next().isPresent()) {
            page = findings.find(TENANT, query, page.next().get(), 7);
            page.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
        }

        assertThat(seen).hasSize(300);
        assertThat(page.count()).isEqualTo(300);
    }

    @Test
    void countingStopsAtItsBound() {
        var page = SeededInventory.findings(recorder, LIMIT).find(1, "", null, 1);

        assertThat(page.count()).isEqualTo(10_000);
        assertThat(page.exact()).isFalse();
    }
}
