package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;

/** What the console asks, on 200,000 findings: never a pass over the whole table for a page. */
class SearchPlanIT {

    private static final int TENANT = 1;

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
        var findings = SeededInventory.findings(recorder, Duration.ofSeconds(5));
        var first = findings.find(TENANT, query, null, 50);
        first.next().ifPresent(after -> findings.find(TENANT, query, after, 50));

        assertThat(first.rows()).isNotEmpty();
        assertThat(recorder.plans())
                .isNotEmpty()
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .noneMatch(plan -> plan.contains("Seq Scan on finding "));
    }

    @Test
    void aDeepPageStartsWhereTheLastOneEnded() {
        var findings = SeededInventory.findings(recorder, Duration.ofSeconds(5));
        var page = findings.find(TENANT, "", null, 500);
        findings.find(TENANT, "", page.next().orElseThrow(), 500);

        assertThat(recorder.plans())
                .filteredOn(plan -> plan.contains("(f.severity, f.last_found)"))
                .hasSize(1)
                .allMatch(plan -> plan.contains("Index Cond: ((tenant_id = 1) AND (ROW("));
    }

    @Test
    void oneFindingAndOneAssetAreFoundByTheirKeys() {
        var id = UUID.fromString("00000000-0000-0000-0000-00000000004d");

        assertThat(SeededInventory.findings(recorder, Duration.ofSeconds(5)).get(TENANT, id))
                .isPresent();
        assertThat(SeededInventory.assets(recorder).get(TENANT, id)).isPresent();
        assertThat(recorder.plans())
                .isNotEmpty()
                .noneMatch(plan -> plan.contains("Seq Scan on finding "));
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
        assertThat(recorder.plans())
                .isNotEmpty()
                .filteredOn(plan -> !plan.startsWith("select count(*)"))
                .noneMatch(plan -> plan.contains("Seq Scan on finding "));
    }

    @Test
    void pagesOfManyEqualKeysHaveNoGapsAndNoDoubles() {
        var findings = SeededInventory.findings(inventory.source(), Duration.ofSeconds(5));
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
        var page = SeededInventory.findings(recorder, Duration.ofSeconds(5)).find(1, "", null, 1);

        assertThat(page.count()).isEqualTo(10_000);
        assertThat(page.exact()).isFalse();
    }
}
