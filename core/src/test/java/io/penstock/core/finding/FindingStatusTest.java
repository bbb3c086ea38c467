package io.penstock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.FindingStatus.SourceStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingStatusTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, OPEN, ACTIVE",
        "NEW, REOPENED, REOPENED",
        "NEW, FIXED, FIXED",
        "NEW, EXPIRED, NEW",
        "ACTIVE, OPEN, ACTIVE",
        "ACTIVE, REOPENED, REOPENED",
        "ACTIVE, FIXED, FIXED",
        "ACTIVE, EXPIRED, ACTIVE",
        "FIXED, OPEN, REOPENED",
        "FIXED, REOPENED, REOPENED",
        "FIXED, FIXED, FIXED",
        "FIXED, EXPIRED, FIXED",
        "REOPENED, OPEN, ACTIVE",
        "REOPENED, REOPENED, REOPENED",
        "REOPENED, FIXED, FIXED",
        "REOPENED, EXPIRED, REOPENED"
    })
    void followsTheTransitionTable(FindingStatus old, SourceStatus word, FindingStatus expected) {
        assertThat(old.next(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, NEW", "REOPENED, REOPENED", "FIXED, FIXED", "EXPIRED, NEW"})
    void startsAsTheVendorSays(SourceStatus word, FindingStatus expected) {
        assertThat(FindingStatus.first(word)).isEqualTo(expected);
    }

    @Test
    void aMissingWordIsOpenAndAnUnknownOneIsNone() {
        assertThat(SourceStatus.find("")).isEqualTo(SourceStatus.OPEN);
        assertThat(SourceStatus.find("closed")).isNull();
    }

    @Test
    void codesAreTheOnesTheDatabaseHolds() {
        for (var status : FindingStatus.values()) {
            assertThat(FindingStatus.of(status.code())).isEqualTo(status);
        }
        assertThat(FindingStatus.FIXED.code()).isEqualTo((short) 3);
    }
}
