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
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class FindingSearchIT {

    private static final int TENANT = 1;
    private static final String WORST_FIRST = "f1 f3 f2 f5 f4 f6";

    private static SeededInventory inventory;
    private static FindingSearch findings;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
        findings = inventory.findings();
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finding.vendorProductName: `Spotlight` ",
                "finding.vendorProductName:`Spotlight`",
                "FINDING.vendorproductname:`Spotlight`",
                "finding:(vendorProductName:`Spotlight`)",
                "finding: (vendorProductName: `Spotlight`)",
                "finding.vendorProductName=Spotlight",
                "finding.vendorProductName=\"Spotlight\"",
                "finding.vendorProductName:[`Spotlight`]",
                "not finding.vendorProductName:`Spotlight Plus`"
            })
    void findsAllAndOnlyTheFindingsOfAProduct(String query) {
        assertThat(found(query)).isEqualTo("f1 f3 f2 f6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventory: (source: `CrowdStrike Spotlight`)",
                "inventory:(source:`CrowdStrike Spotlight`)",
                "inventory.source:`CrowdStrike Spotlight`",
                "asset.inventory.source:`CrowdStrike Spotlight`",
                "asset.inventory:(source:`CrowdStrike Spotlight`)",
                "asset:(inventory:(source:`CrowdStrike Spotlight`))"
            })
    void findsTheFindingsOnAssetsOfASource(String query) {
        assertThat(found(query)).isEqualTo("f1 f3 f2 f4 f6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    finding.severity:5 | f1 f3
                    finding.severity:[4, 5] and not finding.isSuppressed:true | f1 f2 f5
                    finding.severity<3 | f4 f6
                    finding.severity:(1 .. 5) | f2 f5 f4
                    finding.status:NEW | f2 f4
                    finding.status:[fixed, REOPENED] | f1 f5
                    finding.isSuppressed:true | f3
                    finding.isExpired:true | f4
                    finding.id:00000000-0000-0000-0000-0000000000f2 | f2
                    finding.title:openssl | f2 f5
                    finding.title:`openssl BUFFER overread` | f2 f5
                    finding.title:weak* | f4 f6
                    finding.name:"remote code" | f1 f3
                    finding.cveId:cve-2021-44228 | f1 f3
                    finding.cveId:CVE-2026* | f2 f5
                    finding.cveId is null | f4 f6
                    not finding.cveId:CVE-2021-44228 | f2 f5 f4 f6
                    finding.description:"100%" | f2 f5
                    finding.description:"1_0%" | ~~
                    finding.recommendation:2.17 | f1 f3
                    finding.product:openssl* | f2 f5
                    finding.product is null | f4 f6
                    finding.cvss2BaseScore>9 | f1 f3
                    finding.cvss3BaseScore:[7 .. 8.9] | f2 f5
                    finding.cvss3BaseScore:10 | f1 f3
                    finding.cvss4BaseScore is not null | f2 f5
                    finding.sourceSeverity:high | f2 f5
                    finding.riskFactor.isCisaKnownExploit:true | f1 f3
                    riskFactor.isCisaKnownExploit:true | f1 f3
                    finding:(riskFactor:(isCisaKnownExploit:true)) | f1 f3
                    finding.exploitStatus>=60 | f1 f3
                    finding.exprtRating:`MEDIUM` | f2 f5
                    finding.firstFoundDate:2026-01-11 | f2
                    finding.firstFoundDate:[2026-01-11 .. 2026-01-13] | f3 f2 f4
                    finding.firstFoundDate:(2026-01-11 .. 2026-01-13) | f3
                    finding.lastFoundDate>now-3d | f1 f3 f2
                    finding.lastFoundDate<=2026-02-20 | f4
                    finding.lastFixedDate:* | f1 f5
                    finding.reopenedDate is not null | f1
                    finding.vendorName:`Other` | f5 f4
                    finding.connectionName:head | f1 f3 f2 f6
                    finding.connectionUuid:00000000-0000-0000-0000-0000000000d2 | f5 f4
                    finding.externalFindingId:ext_1 | f1
                    finding.externalFindingId:ext_* | f1 f3 f2 f5 f4
                    finding.subType:Misconfiguration | f4
                    finding.detectionMethod:sensor | f1
                    finding.sources:1 and finding.severity:5 | f1 f3
                    finding.port is null and finding.status:NEW | f2 f4
                    """)
    void findsByEveryField(String query, String expected) {
        assertThat(found(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    asset.name:web* | f1 f2
                    asset.name:`web-01` | f1 f2
                    asset.name:app_ | f5
                    asset.name:"100%" | f6
                    asset.id:00000000-0000-0000-0000-0000000000a3 | f5
                    asset.externalAssetId:x3 | f5
                    asset.sourceNativeKey:k2b | f3 f4
                    operatingSystem.name:windows | f1 f2 f5
                    operatingSystem:debian | f3 f4
                    asset.biosSerialNumber:`VMW-42` | f1 f2
                    hardware.manufacturer:dell | f3 f5 f4
                    asset.interface.address:10.1.* | f1 f3 f2 f4
                    asset.interface:(address:`fe80::1`) | f1 f2
                    asset.interface.macAddress:00:50:56:aa:bb:01 | f1 f2
                    asset.interface.address is null | f5
                    asset.criticalityScore>=3 | f1 f3 f2 f4
                    asset.firstSeen:2026-01-03 | f5
                    asset.lastSeen<2026-02-04 | f5
                    asset.isMinimal:true | f6
                    log4j | f1 f3
                    2026-0001 | f2 f5
                    "weak cipher" or `CVE-2021-44228` | f1 f3 f4 f6
                    not (finding.status:NEW or finding.severity:5) | f5 f6
                    """)
    void findsByTheAssetAndByWords(String query, String expected) {
        assertThat(found(query)).isEqualTo(expected);
    }

    @Test
    void everyFieldTakesNullAndStarAndItsExampleRuns() {
        for (var field : SeededInventory.fields().findings()) {
            found(field.example());
            var missing = found(field.name() + " is null");
            var present = found(field.name() + ":*");

            assertThat((missing + " " + present).strip().split(" +"))
                    .as(field.name())
                    .containsExactlyInAnyOrder(WORST_FIRST.split(" "));
        }
    }

    @Test
    void blankMeansAllWorstFirst() {
        assertThat(found("")).isEqualTo(WORST_FIRST);
        assertThat(found("   ")).isEqualTo(WORST_FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void pagesHaveNoGapsAndNoDoubles(int limit) {
        var ids = new ArrayList<String>();
        var page = findings.find(TENANT, "", null, limit);
        ids.addAll(names(page.rows()));
        while (page.next().isPresent()) {
            page = findings.find(TENANT, "", page.next().get(), limit);
            assertThat(page.count()).isEqualTo(6);
            ids.addAll(names(page.rows()));
        }

        assertThat(String.join(" ", ids)).isEqualTo(WORST_FIRST);
    }

    @Test
    void anotherTenantSeesOnlyItsOwn() {
        assertThat(names(findings.find(2, "", null, 50).rows())).containsExactly("f7");
        assertThat(findings.get(2, id(1))).isEmpty();
        assertThat(findings.get(TENANT, id(7))).isEmpty();
        assertThat(inventory.counts().facets(2, "").bySeverity())
                .containsEntry(5, 1L)
                .containsEntry(1, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finding.title:\"' or 1=1 --\"",
                "finding.title:`'; drop table finding; --`",
                "finding.cveId:[`') or true --`, `x`]",
                "asset.name:\"%\" and asset.name:\"\\\\\"",
                "\"' or '1'='1\"",
                "asset.interface.address:`') or (true`",
                "finding.product:\":tenant :q1 ? {} $1\""
            })
    void textFromOutsideStaysAValue(String query) {
        assertThat(found(query)).isEmpty();
        assertThat(found("")).isEqualTo(WORST_FIRST);
    }

    @Test
    void aRowHasItsNeighbours() {
        var row = findings.find(TENANT, "finding.severity:5", null, 1).rows().getFirst();

        assertThat(row.assetName()).isEqualTo("WEB-01");
        assertThat(row.title()).isEqualTo("Apache Log4j remote code execution");
        assertThat(row.cveId()).isEqualTo("CVE-2021-44228");
        assertThat(row.status()).isEqualTo("REOPENED");
        assertThat(row.lastFound()).isEqualTo("2026-03-01T10:00:00.123456Z");
        assertThat(row.vendorProductName()).isEqualTo("Spotlight");
    }

    @Test
    void aFindingHasItsTextsScoresAndEvents() {
        var detail = findings.get(TENANT, id(1)).orElseThrow();

        assertThat(detail.vulnerability().recommendation()).isEqualTo("Update Log4j to 2.17.");
        assertThat(detail.vulnerability().cvss3()).isEqualTo(new BigDecimal("10.0"));
        assertThat(detail.vulnerability().cvss4()).isNull();
        assertThat(detail.vulnerability().exploitStatus()).isEqualTo(90);
        assertThat(detail.origin().connectionName()).isEqualTo("Head office");
        assertThat(detail.history().createdRun()).asString().endsWith("e1");
        assertThat(detail.history().changedRun()).asString().endsWith("e2");
        assertThat(detail.events())
                .extracting(event -> event.from() + " " + event.to() + " " + event.reason())
                .containsExactly(
                        "NEW FIXED closed at the source",
                        "FIXED REOPENED seen again",
                        "null null waits",
                        "REOPENED REOPENED not reported");
        assertThat(detail.sources())
                .singleElement()
                .matches(source -> source.recordId().equals(detail.row().id()));
    }

    @Test
    void facetsCountBySeverityAndStatus() {
        var facets = inventory.counts().facets(TENANT, "not finding.isExpired:true");

        assertThat(facets.exact()).isTrue();
        assertThat(facets.bySeverity()).isEqualTo(Map.of(1, 1L, 2, 0L, 3, 0L, 4, 2L, 5, 2L));
        assertThat(facets.byStatus())
                .isEqualTo(Map.of("NEW", 1L, "ACTIVE", 2L, "FIXED", 1L, "REOPENED", 1L));
    }

    @Test
    void refusesCursorsThatAreNotItsOwn() {
        var other = findings.find(TENANT, "", null, 1).next().orElseThrow();
        var forged =
                Base64.getUrlEncoder()
                        .encodeToString(
                                "1\n0\n5\nyesterday\nx\n1\ntrue".getBytes(StandardCharsets.UTF_8));

        for (var bad : List.of("x", "!", forged, "A".repeat(20_000), other + "A")) {
            assertThatThrownBy(() -> findings.find(TENANT, "", bad, 1))
                    .isInstanceOf(FaultException.class)
                    .hasMessageStartingWith("The parameter 'after' is not");
        }
        assertThatThrownBy(() -> findings.find(TENANT, "log4j", other, 1))
                .hasMessageStartingWith("The parameter 'after' is not");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void refusesLimitsOutsideItsBounds(int limit) {
        assertThatThrownBy(() -> findings.find(TENANT, "", null, limit))
                .hasMessage("The parameter 'limit' is " + limit + ", allowed are 1 to 500.");
    }

    @Test
    void refusesAQueryItCannotRead() {
        assertThatThrownBy(() -> findings.find(TENANT, "finding.severty:5", null, 1))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Did you mean finding.severity?");
    }

    @Test
    void theMildestFirstIsTheSameListFromItsEnd() {
        for (var limit = 1; limit <= 6; limit++) {
            var ids = new ArrayList<String>();
            var page = findings.find(TENANT, "", FindingOrder.MILDEST_FIRST, null, limit);
            ids.addAll(names(page.rows()));
            while (page.next().isPresent()) {
                var after = page.next().get();
                page = findings.find(TENANT, "", FindingOrder.MILDEST_FIRST, after, limit);
                ids.addAll(names(page.rows()));
            }

            assertThat(ids.reversed()).containsExactly(WORST_FIRST.split(" "));
            assertThat(page.count()).isEqualTo(6);
        }
        var next = findings.find(TENANT, "", null, 1).next().orElseThrow();
        assertThatThrownBy(() -> findings.find(TENANT, "", FindingOrder.MILDEST_FIRST, next, 1))
                .hasMessageStartingWith("The parameter 'after' is not");
    }

    private static String found(String query) {
        var page = findings.find(TENANT, query, null, 50);
        assertThat(page.count()).isEqualTo(page.rows().size());
        assertThat(page.exact()).isTrue();
        return String.join(" ", names(page.rows()));
    }

    private static List<String> names(List<FindingRow> rows) {
        return rows.stream().map(row -> row.id().toString().substring(34)).toList();
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-0000-0000-0000000000f" + number);
    }
}
