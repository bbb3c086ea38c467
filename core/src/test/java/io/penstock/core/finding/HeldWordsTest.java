package io.penstock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which closings of a page wait for the end of their run. */
class HeldWordsTest {

    private static final Instant T0 = Instant.parse("2024-03-01T00:00:00Z");

    @Test
    void aClosingOfWhatIsOpenWaits() {
        var words = FindingHistory.hold(List.of(word(Kind.OPEN, 1), held(Kind.FIXED, 2)));
        assertThat(words).extracting(Word::standing).contains(Standing.HELD);
        assertThat(FindingHistory.fold(words).status()).isEqualTo(FindingStatus.NEW);
    }

    @Test
    void whatWasNeverOpenIsClosedAtOnce() {
        assertThat(FindingHistory.hold(List.of(held(Kind.FIXED, 2)))).allMatch(Word::counts);
    }

    @Test
    void whatIsClosedAlreadyCanBeClosedAgain() {
        assertThat(FindingHistory.hold(List.of(word(Kind.FIXED, 1), held(Kind.FIXED, 2))))
                .allMatch(Word::counts);
    }

    @Test
    void aClosingBeforeTheNewestOpeningClosesNothing() {
        var late = List.of(word(Kind.OPEN, 1), word(Kind.OPEN, 3), held(Kind.FIXED, 2));
        assertThat(FindingHistory.hold(late)).allMatch(Word::counts);
        assertThat(FindingHistory.fold(FindingHistory.hold(late)).status())
                .isEqualTo(FindingStatus.REOPENED);
    }

    @Test
    void onlyTheClosingsAfterTheNewestOpeningWait() {
        var words =
                FindingHistory.hold(
                        List.of(
                                word(Kind.OPEN, 1),
                                held(Kind.FIXED, 2),
                                word(Kind.REOPENED, 3),
                                held(Kind.FIXED, 4),
                                word(Kind.EXPIRED, 5)));
        assertThat(words)
                .filteredOn(word -> word.standing() == Standing.HELD)
                .extracting(Word::at)
                .containsExactly(day(4));
    }

    @Test
    void anAbsenceThatWasNotAppliedIsAMarkOnceTheRecordIsReportedAgain() {
        var words =
                FindingHistory.hold(
                        List.of(
                                word(Kind.OPEN, 1),
                                held(Kind.MISSING_FIXED, 2),
                                word(Kind.SEEN, 3)));
        assertThat(words).extracting(Word::kind).contains(Kind.MISSING);
        assertThat(words).allMatch(Word::counts);
        assertThat(FindingHistory.fold(words).status()).isEqualTo(FindingStatus.NEW);
        assertThat(FindingHistory.fold(words).missingSince()).isNull();
    }

    private static Word held(Kind kind, int day) {
        return word(kind, day).with(Standing.HELD);
    }

    private static Word word(Kind kind, int day) {
        return new Word(kind, day(day), day, day, new UUID(0, day), Standing.COUNTS);
    }

    private static Instant day(int day) {
        return T0.plus(Duration.ofDays(day));
    }
}
