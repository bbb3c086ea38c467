package io.penstock.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;
import io.penstock.query.QueryException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Whole results of queries, in one snapshot each. */
class ExportIT {

    private static final int TENANT = 1;

    private static SeededInventory inventory;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
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
                    ~~ | ~~ | f1 f3 f2 f5 f4 f6
                    finding.severity:5 | ~~ | f1 f3
                    ~~ | asset.operatingSystem.name:Windows* | f1 f2 f5
                    finding.severity:[4, 5] | web-01 | f1 f2
                    finding.severity:5 or finding.severity:4 | not asset.name:web-01 | f3 f5
                    finding.cveId:CVE-2021-44228 | finding.cveId:CVE-2026-0001 | f1
                    """)
    void findingsAreLimitedByBothQueries(String findings, String assets, String expected)
            throws IOException {
        assertThat(found(new ExportQuery(findings, assets))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ~~ | ~~ | a3 a4 a2 a5 a1
                    ~~ | asset.criticality:2 | a3 a4
                    finding.severity:5 | ~~ | a2 a1
                    openssl | asset.operatingSystem.name:Windows* | a3 a1
                    """)
    void assetsAreLimitedByBothQueries(String findings, String assets, String expected)
            throws IOException {
        var seen = new ArrayList<String>();
        var export = assets(inventory);
        var rows =
                export.each(
                        TENANT,
                        new ExportQuery(findings, assets),
                        ExportRun.uncounted(),
                        asset -> seen.add(end(asset.row().id().toString())));

        assertThat(String.join(" ", seen)).isEqualTo(expected);
        assertThat(rows).isEqualTo(seen.size());
    }

    @Test
    void saysWhatTheDetailsSay() throws IOException {
        var found = new ArrayList<ExportedFinding>();
        findings(30).each(TENANT, all(), ExportRun.uncounted(), found::add);
        var exported = found.getFirst();
        var detail = inventory.findings().get(TENANT, exported.row().id()).orElseThrow();
        var asset = inventory.assets().get(TENANT, exported.row().assetId()).orElseThrow();

        assertThat(exported.row()).isEqualTo(detail.row());
        assertThat(exported.vulnerability()).isEqualTo(detail.vulnerability());
        assertThat(exported.origin()).isEqualTo(detail.origin());
        assertThat(exported.times().reopenedAt()).isEqualTo(detail.history().reopenedAt());
        assertThat(exported.machine().macAddresses()).isEqualTo(asset.macAddresses());
        assertThat(exported.machine().identifiers()).isEqualTo(asset.identifiers());

        var assets = new ArrayList<AssetRow>();
        assets(inventory).each(TENANT, all(), ExportRun.uncounted(), one -> assets.add(one.row()));
        assertThat(assets).isEqualTo(inventory.assets().find(TENANT, "", null, 50).rows());
    }

    @Test
    void countsFirstWhenAsked() throws IOException {
        var run = ExportRun.counted();
        var totals = new ArrayList<Long>();

        findings(30)
                .each(
                        TENANT,
                        ExportQuery.ofFindings("finding.severity:[4, 5]"),
                        run,
                        _ -> totals.add(run.total().orElseThrow()));

        assertThat(totals).containsOnly(4L).hasSize(4);
        assertThat(run.rows()).isEqualTo(4);
    }

    @Test
    void endsWithTheOneWhoTakesTheRecords() {
        var export = findings(30);

        assertThatThrownBy(() ->
                        export.each(
                                TENANT,
                                all(),
                                ExportRun.uncounted(),
                                _ -> {
                                    throw new IOException("disk full");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void endsWhenItIsStopped() {
        var run = ExportRun.uncounted();

        assertThatThrownBy(() -> findings(30).each(TENANT, all(), run, _ -> run.stop()))
                .isInstanceOf(ExportStoppedException.class);
        assertThat(run.rows()).isEqualTo(1);
    }

    @Test
    void endsWhenItTakesTooLong() {
        var times = new ArrayList<>(List.of(0, 1, 30, 31));
        InstantSource slow = () -> SeededInventory.NOW.plusSeconds(times.removeFirst());
        var run = ExportRun.uncounted();

        assertThatThrownBy(() ->
                        findings(slow.withZone(ZoneOffset.UTC), 30)
                                .each(TENANT, all(), run, _ -> {}))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The export was stopped after 30 s.");
        assertThat(run.rows()).isEqualTo(1);
    }

    @Test
    void refusesAQueryBeforeAnythingIsRead() {
        assertThatThrownBy(() ->
                        findings(30)
                                .each(
                                        TENANT,
                                        new ExportQuery("finding.severity:5", "asset.nme:x"),
                                        ExportRun.uncounted(),
                                        _ -> {}))
                .isInstanceOf(QueryException.class);
    }

    private static String found(ExportQuery query) throws IOException {
        var seen = new ArrayList<String>();
        findings(30)
                .each(
                        TENANT,
                        query,
                        ExportRun.uncounted(),
                        finding -> seen.add(end(finding.row().id().toString())));
        return String.join(" ", seen);
    }

    private static ExportQuery all() {
        return new ExportQuery("", "");
    }

    private static String end(String id) {
        return id.substring(id.length() - 2);
    }

    private static FindingExport findings(int seconds) {
        return findings(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), seconds);
    }

    private static FindingExport findings(Clock clock, int seconds) {
        var source = inventory.source();
        var settings = new ExportSettings(Duration.ofSeconds(seconds), 2);
        return new FindingExport(
                new SnapshotReader(source, settings, clock), SeededInventory.fields(), details());
    }

    private static AssetExport assets(SeededInventory inventory) {
        var settings = new ExportSettings(Duration.ofSeconds(30), 2);
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new AssetExport(
                new SnapshotReader(inventory.source(), settings, clock),
                SeededInventory.fields(),
                details());
    }

    private static AssetDetails details() {
        return new AssetDetails(
                new InventoryReader(
                        inventory.source(),
                        new SearchSettings(Duration.ofSeconds(5), Duration.ofSeconds(5))));
    }
}
