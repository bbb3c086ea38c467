package io.penstock.platform.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.FindingStatus.SourceStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

class FindingStateTest {

    private static final Instant T1 = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant T2 = T1.plus(Duration.ofDays(1));
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @Test
    void startsNewAndRemembersWhenItWasFirstFound() {
        var state = FindingState.first(finding(SourceStatus.OPEN, T2, T1, A));
        assertThat(state.status()).isEqualTo(FindingStatus.NEW);
        assertThat(state.firstFound()).isEqualTo(T1);
        assertThat(state.fixedAt()).isNull();
    }

    @Test
    void newerEvidenceOfAnOpenFindingMakesItActive() {
        var state =
                FindingState.next(
                        stored(FindingStatus.NEW, T1), finding(SourceStatus.OPEN, T2, T1, B));
        assertThat(state.status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void correctedWordsWithoutNewerEvidenceDetectNothingAgain() {
        var state =
                FindingState.next(
                        stored(FindingStatus.NEW, T1), finding(SourceStatus.OPEN, T1, T1, B));
        assertThat(state.status()).isEqualTo(FindingStatus.NEW);
    }

    @Test
    void aClosedFindingIsFixedAtTheVendorsTime() {
        var state =
                FindingState.next(
                        stored(FindingStatus.ACTIVE, T1), finding(SourceStatus.FIXED, T2, T1, B));
        assertThat(state.status()).isEqualTo(FindingStatus.FIXED);
        assertThat(state.fixedAt()).isEqualTo(T2);
    }

    @Test
    void anExpiredWordFlagsTheFindingAndLeavesItsStatus() {
        var state =
                FindingState.next(
                        stored(FindingStatus.ACTIVE, T1), finding(SourceStatus.EXPIRED, T2, T1, B));
        assertThat(state.status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(state.expired()).isTrue();
        assertThat(state.fixedAt()).isNull();
    }

    @Test
    void firstFoundIsTheEarliestThatWasEverSaid() {
        var state =
                FindingState.next(
                        stored(FindingStatus.NEW, T1), finding(SourceStatus.OPEN, T2, T2, B));
        assertThat(state.firstFound()).isEqualTo(T1);
    }

    @Test
    void theYoungerWordWinsWhateverTheOrderOfArrival() {
        var old = stored(FindingStatus.NEW, T1);
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T2, T1, A), run(1))).isTrue();
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T1.minusSeconds(1), T1, B), run(9)))
                .isFalse();
    }

    @Test
    void atTheSameTimeTheLaterRunAndThenTheGreaterHashWins() {
        var old = stored(FindingStatus.NEW, T1);
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T1, T1, B), run(8))).isTrue();
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T1, T1, B), run(6))).isFalse();
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T1, T1, B), run(7))).isTrue();
        assertThat(old.olderThan(finding(SourceStatus.OPEN, T1, T1, new UUID(0, 0)), run(7)))
                .isFalse();
    }

    private static StoredFinding stored(FindingStatus status, Instant changedAt) {
        return new StoredFinding(A, changedAt, 7, status, false, T1, null, null);
    }

    private static MappedFinding finding(
            SourceStatus word, Instant changedAt, Instant firstFound, UUID hash) {
        return new MappedFinding(
                0,
                A,
                B,
                changedAt,
                hash,
                A,
                null,
                new MappedFinding.State(word, 4, false, firstFound, changedAt),
                new MappedFinding.Words("x", "", "", ""));
    }

    private static LoadContext run(long id) {
        return new LoadContext(1, 1, id);
    }
}
