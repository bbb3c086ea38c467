package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What people and public lists say of a finding is exported as the query language finds it. */
class ExportContextIT {

    private static final int TENANT = 1;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static SeededInventory inventory;
    private static List<ExportedFinding> exported;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        inventory =
                SeededInventory.start(directory, "small-inventory.sql", "language-inventory.sql");
        exported = new ArrayList<>();
        export(inventory)
                .each(TENANT, ExportQuery.ofFindings(""), ExportRun.uncounted(), exported::add);
    }

    private static FindingExport export(SeededInventory inventory) {
        var reader = new InventoryReader(inventory.source(), new SearchSettings(LIMIT, LIMIT));
        var snapshots =
                new SnapshotReader(
                        inventory.source(),
                        new ExportSettings(LIMIT, 2),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        return new FindingExport(snapshots, SeededInventory.fields(), new AssetDetails(reader));
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @Test
    void saysTheDecisionThatHolds() {
        assertThat(exportedWith(finding -> finding.context().decision() != null))
                .isNotEmpty()
                .isEqualTo(found("finding.riskAcceptance.type:*"));
        assertThat(
                        exportedWith(finding -> {
                            var decision = finding.context().decision();
                            return decision != null && decision.falsePositive();
                        }))
                .isNotEmpty()
                .isEqualTo(found("finding.riskAcceptance.type:FALSE_POSITIVE"));
    }

    @Test
    void saysWhatEpssSaysOfTheCve() {
        assertThat(exportedWith(finding -> finding.context().epss() != null))
                .isNotEmpty()
                .isEqualTo(found("finding.epssScore:*"));
    }

    private static List<UUID> exportedWith(Predicate<ExportedFinding> condition) {
        return exported.stream().filter(condition).map(finding -> finding.row().id()).toList();
    }

    private static List<UUID> found(String query) {
        return inventory.findings().find(TENANT, query, null, 100).rows().stream()
                .map(FindingRow::id)
                .toList();
    }
}
