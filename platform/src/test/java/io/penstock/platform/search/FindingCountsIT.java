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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** Groups of findings: their numbers are those of the queries that they lead to. */
class FindingCountsIT {

    private static final int TENANT = 1;

    private static SeededInventory inventory;
    private static FindingCounts counts;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
        counts = inventory.counts();
    }

    @AfterAll
    static void stop() {
        inventory.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SEVERITY | 5=2, 4=2, 2=1, 1=1
                    STATUS   | NEW=2, ACTIVE=2, FIXED=1, REOPENED=1
                    CVE      | CVE-2021-44228=2, CVE-2026-0001=2, none=2
                    HOST     | WEB-01=2, db-02=2, app_03=1, appX03 100%=1
                    SOURCE   | Spotlight=4, Spotlight Plus=2
                    AGE      | 31 to 90 days=6
                    """)
    void everyPropertyHasItsGroups(GroupBy by, String expected) {
        assertThat(said(counts.groups(TENANT, "", by, 100)))
                .containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @EnumSource
    void everyGroupLeadsToExactlyItsFindings(GroupBy by) {
        for (var query : new String[] {"", "not finding.isExpired:true or finding.severity:1"}) {
            var groups = counts.groups(TENANT, query, by, 100);

            assertThat(groups.exact()).isTrue();
            assertThat(groups.total()).isEqualTo(groups.groups().size()).isPositive();
            assertThat(groups.findings())
                    .isEqualTo(
                            groups.groups().stream()
                                    .mapToLong(FindingGroups.Group::findings)
                                    .sum());
            assertThat(groups.groups())
                    .allSatisfy(group ->
                            assertThat(group.findings())
                                    .as(group.query())
                                    .isEqualTo(found(group.query()))
                                    .isEqualTo(inFacets(group.query())));
        }
    }

    private static long found(String query) {
        return inventory.findings().find(TENANT, query, null, 9).count();
    }

    private static long inFacets(String query) {
        var byStatus = counts.facets(TENANT, query).byStatus().values();
        return byStatus.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void theLargestComeFirstAndTheRestIsCounted() {
        var groups = counts.groups(TENANT, "", GroupBy.SOURCE, 1);

        assertThat(said(groups)).containsExactly("Spotlight=4");
        assertThat(groups.total()).isEqualTo(2);
        assertThat(groups.findings()).isEqualTo(6);
    }

    @Test
    void nothingFoundIsNoGroup() {
        var groups = counts.groups(TENANT, "finding.severity:3", GroupBy.HOST, 5);

        assertThat(groups.groups()).isEmpty();
        assertThat(groups.findings()).isZero();
        assertThat(groups.exact()).isTrue();
    }

    @Test
    void anotherTenantHasItsOwn() {
        assertThat(counts.groups(2, "", GroupBy.HOST, 5).findings()).isEqualTo(1);
        assertThat(counts.groups(3, "", GroupBy.CVE, 5).findings()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesLimitsOutsideItsBounds(int limit) {
        assertThatThrownBy(() -> counts.groups(TENANT, "", GroupBy.CVE, limit))
                .isInstanceOf(FaultException.class)
                .hasMessage("The parameter 'limit' is " + limit + ", allowed are 1 to 100.");
    }

    @Test
    void refusesAQueryItCannotRead() {
        assertThatThrownBy(() -> counts.groups(TENANT, "finding.severity:", GroupBy.CVE, 1))
                .isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> counts.facets(TENANT, "finding.severty:5"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Did you mean finding.severity?");
    }

    private static List<String> said(FindingGroups groups) {
        return groups.groups().stream()
                .map(group -> group.label() + "=" + group.findings())
                .toList();
    }
}
