package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** 200,000 findings as one file: one moment, one order, and no second sort of their texts. */
class ExportSnapshotIT {

    private static final int TENANT = 1;
    private static final int FINDINGS = 200_000;

    private static SeededInventory inventory;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "large-inventory.sql");
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void handsOverEveryFindingOnceAndWorstFirst() throws IOException {
        var ids = HashSet.<UUID>newHashSet(FINDINGS);
        var falls = new int[] {5, 0};

        var rows =
                findings(inventory.source())
                        .each(
                                TENANT,
                                new ExportQuery("", ""),
                                ExportRun.uncounted(),
                                finding -> {
                                    ids.add(finding.row().id());
                                    falls[1] += finding.row().severity() > falls[0] ? 1 : 0;
                                    falls[0] = finding.row().severity();
                                });

        assertThat(rows).isEqualTo(FINDINGS);
        assertThat(ids).hasSize(FINDINGS);
        assertThat(falls[1]).as("rows worse than the one before").isZero();
    }

    @Test
    void looksNeighboursUpAfterTheSort() throws IOException {
        var recorder = new PlanRecorder(inventory.source());

        for (var query : Set.of("", "finding.status:NEW", "finding.cveId:CVE-2026-77")) {
            findings(recorder)
                    .each(TENANT, new ExportQuery(query, ""), ExportRun.uncounted(), _ -> {});
        }

        assertThat(recorder.plans())
                .filteredOn(plan -> plan.contains("lateral"))
                .hasSize(3)
                .allSatisfy(plan ->
                        assertThat(plan.substring(plan.lastIndexOf("finding_id\n")))
                                .doesNotContain("Hash Left Join", "Merge"));
    }

    @Test
    void whatChangesMeanwhileIsNotInTheFile() throws IOException {
        // Not the data source of the export, so that it has a connection of its own.
        var jdbc = JdbcClient.create(new DelegatingDataSource(inventory.source()));
        var open = new ArrayList<Integer>();

        assets(inventory.source())
                .each(
                        TENANT,
                        ExportQuery.ofAssets(""),
                        ExportRun.uncounted(),
                        asset -> {
                            if (open.isEmpty()) {
                                jdbc.sql("update finding set status = 3 where status < 3").update();
                                jdbc.sql("delete from asset where name like '%7'").update();
                            }
                            open.add(asset.row().openBySeverity().size());
                        });

        assertThat(open).hasSize(2_000);
        assertThat(inventory.assets().find(TENANT, "", null, 1).count()).isLessThan(2_000);
        assertThat(open.subList(1_000, 2_000))
                .filteredOn(severities -> severities > 0)
                .isNotEmpty();
    }

    private static FindingExport findings(DataSource source) {
        return new FindingExport(snapshots(source), SeededInventory.fields(), details(source));
    }

    private static AssetExport assets(DataSource source) {
        return new AssetExport(snapshots(source), SeededInventory.fields(), details(source));
    }

    private static SnapshotReader snapshots(DataSource source) {
        return new SnapshotReader(
                source,
                new ExportSettings(Duration.ofMinutes(5), 2),
                Clock.fixed(SeededInventory.NOW, ZoneOffset.UTC));
    }

    private static AssetDetails details(DataSource source) {
        return new AssetDetails(
                new InventoryReader(
                        source,
                        new SearchSettings(Duration.ofSeconds(30), Duration.ofSeconds(30))));
    }
}
