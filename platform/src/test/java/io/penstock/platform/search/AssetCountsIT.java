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

/** Groups of assets: their numbers are those of the queries that they lead to. */
class AssetCountsIT {

    private static final int TENANT = 1;

    private static SeededInventory inventory;
    private static AssetCounts counts;

    @BeforeAll
    static void start(@TempDir Path directory) {
        inventory = SeededInventory.start(directory, "small-inventory.sql");
        counts = SeededInventory.assetCounts(inventory.source());
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
                    CRITICALITY      | 5=1, 3=1, 2=2, 1=1
                    SCORE            | Low, from 0=5
                    SOURCE           | CrowdStrike Spotlight=3, Other Source=2
                    OPERATING_SYSTEM | none=1, Debian 12=1, Windows 11=1, Windows Server 2022=1, macOS=1
                    """)
    void everyPropertyHasItsGroups(AssetGroupBy by, String expected) {
        assertThat(counts.groups(TENANT, "", by, 100).groups())
                .extracting(group -> group.label() + "=" + group.assets())
                .containsExactlyInAnyOrder(expected.split(", (?!from)"));
    }

    @ParameterizedTest
    @EnumSource
    void everyGroupLeadsToExactlyItsAssets(AssetGroupBy by) {
        for (var query : new String[] {"", "finding.severity:5 or asset.name:app*"}) {
            var groups = counts.groups(TENANT, query, by, 100);

            assertThat(groups.total()).isEqualTo(groups.groups().size());
            assertThat(groups.groups())
                    .allSatisfy(group ->
                            assertThat(inventory.assets().find(1, group.query(), null, 9).count())
                                    .as(group.query())
                                    .isEqualTo(group.assets()));
        }
    }

    @Test
    void theLargestComeFirstAndTheRestIsCounted() {
        var groups = counts.groups(TENANT, "", AssetGroupBy.SOURCE, 1);

        assertThat(groups.groups()).extracting(AssetGroups.Group::assets).containsExactly(3L);
        assertThat(groups.total()).isEqualTo(2);
        assertThat(counts.groups(2, "", AssetGroupBy.SOURCE, 9).total()).isEqualTo(1);
        assertThat(counts.groups(TENANT, "nobody", AssetGroupBy.TAG, 9).groups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesLimitsOutsideItsBounds(int limit) {
        assertThatThrownBy(() -> counts.groups(TENANT, "", AssetGroupBy.TAG, limit))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> counts.groups(TENANT, "asset.nam:x", AssetGroupBy.TAG, 1))
                .isInstanceOf(QueryException.class);
    }
}
