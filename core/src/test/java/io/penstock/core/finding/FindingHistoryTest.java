package io.penstock.core.finding;

import static io.penstock.core.finding.FindingStatus.ACTIVE;
import static io.penstock.core.finding.FindingStatus.FIXED;
import static io.penstock.core.finding.FindingStatus.NEW;
import static io.penstock.core.finding.FindingStatus.REOPENED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.finding.Folded.Step;
import io.penstock.core.finding.Word.Kind;
import io.penstock.core.finding.Word.Standing;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class FindingHistoryTest {

    private static final Instant T0 = Instant.parse("2024-03-01T00:00:00Z");

    @Test
    void followsTheVendorFromWordToWord() {
        var folded =
                FindingHistory.fold(
                        List.of(
                                word(Kind.OPEN, 1),
                                word(Kind.OPEN, 2),
                                word(Kind.FIXED, 3),
                                word(Kind.OPEN, 4),
                                word(Kind.OPEN, 5)));
        assertThat(folded.steps())
                .extracting(Step::to)
                .containsExactly(NEW, ACTIVE, FIXED, REOPENED, ACTIVE);
        assertThat(folded.steps()).extracting(Step::moved).startsWith(false, true);
        assertThat(folded.fixedAt()).isEqualTo(day(3));
        assertThat(folded.reopenedAt()).isEqualTo(day(4));
    }

    @Test
    void datesStayWithTheFirstOfEqualWords() {
        var folded = FindingHistory.fold(List.of(word(Kind.FIXED, 1), word(Kind.FIXED, 2)));
        assertThat(folded.fixedAt()).isEqualTo(day(1));
    }

    @Test
    void ofWordsForOneTimeOnlyTheYoungestCounts() {
        var first = new Word(Kind.OPEN, day(1), 1, 1, new UUID(0, 1), Standing.COUNTS);
        var corrected = new Word(Kind.FIXED, day(1), 1, 2, new UUID(0, 2), Standing.COUNTS);
        var folded = FindingHistory.fold(List.of(corrected, first));
        assertThat(folded.status()).isEqualTo(FIXED);
        assertThat(folded.steps().getFirst().to()).isNull();
        assertThat(folded.steps().getLast().from()).isNull();
    }

    @Test
    void heldAndRejectedWordsDoNotCount() {
        var words =
                List.of(
                        word(Kind.OPEN, 1),
                        word(Kind.FIXED, 2).with(Standing.REJECTED),
                        word(Kind.FIXED, 3).with(Standing.HELD));
        assertThat(FindingHistory.fold(words).status()).isEqualTo(NEW);
        assertThat(FindingHistory.fold(words).fixedAt()).isNull();
    }

    @Test
    void aHeldWordLetsTheOneBeforeItForTheSameTimeCount() {
        var open = new Word(Kind.OPEN, day(1), 1, 1, new UUID(0, 1), Standing.COUNTS);
        var closing = new Word(Kind.FIXED, day(1), 1, 2, new UUID(0, 2), Standing.HELD);
        assertThat(FindingHistory.fold(List.of(open, closing)).status()).isEqualTo(NEW);
    }

    @Test
    void expiredIsAMarkOnWhatIsOpen() {
        var open = FindingHistory.fold(List.of(word(Kind.OPEN, 1), word(Kind.EXPIRED, 2)));
        assertThat(open.status()).isEqualTo(NEW);
        assertThat(open.expired()).isTrue();
        var fixed = FindingHistory.fold(List.of(word(Kind.FIXED, 1), word(Kind.EXPIRED, 2)));
        assertThat(fixed.status()).isEqualTo(FIXED);
        assertThat(fixed.expired()).isFalse();
    }

    @Test
    void whatIsMissingIsMarkedUntilItIsReportedAgain() {
        var words = new ArrayList<>(List.of(word(Kind.OPEN, 1), word(Kind.MISSING, 5)));
        words.add(word(Kind.MISSING, 6));
        assertThat(FindingHistory.fold(words).status()).isEqualTo(NEW);
        assertThat(FindingHistory.fold(words).missingSince()).isEqualTo(day(5));
        words.add(word(Kind.SEEN, 7));
        assertThat(FindingHistory.fold(words).status()).isEqualTo(NEW);
        assertThat(FindingHistory.fold(words).missingSince()).isNull();
    }

    @Test
    void whatAbsenceClosedIsReopenedWhenItIsSeenAgain() {
        var closed = List.of(word(Kind.OPEN, 1), word(Kind.MISSING_FIXED, 5));
        assertThat(FindingHistory.fold(closed).status()).isEqualTo(FIXED);
        assertThat(FindingHistory.fold(closed).fixedAt()).isEqualTo(day(5));
        var seen = new ArrayList<>(closed);
        seen.add(word(Kind.SEEN, 6));
        assertThat(FindingHistory.fold(seen).status()).isEqualTo(REOPENED);
        assertThat(FindingHistory.fold(seen).reopenedAt()).isEqualTo(day(6));
    }

    @Test
    void whatTheVendorClosedStaysClosedWhenItIsSeenAgain() {
        var words =
                List.of(
                        word(Kind.OPEN, 1),
                        word(Kind.FIXED, 2),
                        word(Kind.MISSING_FIXED, 5),
                        word(Kind.SEEN, 6));
        assertThat(FindingHistory.fold(words).status()).isEqualTo(FIXED);
        assertThat(FindingHistory.fold(words).fixedAt()).isEqualTo(day(2));
    }

    @Test
    void withoutAWordOfTheVendorThereIsNoStatus() {
        assertThatThrownBy(() -> FindingHistory.fold(List.of(word(Kind.MISSING, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameWordsInAnyOrderGiveTheSame() {
        var random = new Random(5);
        for (var history = 0; history < 2_000; history++) {
            var words = randomWords(random);
            var expected = FindingHistory.fold(words);
            Collections.shuffle(words, random);
            assertThat(FindingHistory.fold(words)).isEqualTo(expected);
        }
    }

    private static List<Word> randomWords(Random random) {
        var words = new ArrayList<Word>();
        words.add(word(Kind.OPEN, 0));
        for (var i = random.nextInt(8); i >= 0; i--) {
            var kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
            var run = random.nextInt(4);
            words.add(
                    new Word(
                            kind,
                            day(random.nextInt(6)),
                            random.nextInt(run + 1),
                            run,
                            new UUID(0, random.nextInt(3)),
                            random.nextInt(6) == 0 ? Standing.HELD : Standing.COUNTS));
        }
        return words;
    }

    private static Word word(Kind kind, int day) {
        return new Word(kind, day(day), day, day, new UUID(0, day), Standing.COUNTS);
    }

    private static Instant day(int day) {
        return T0.plus(Duration.ofDays(day));
    }
}
