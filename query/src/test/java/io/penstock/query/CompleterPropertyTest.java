package io.penstock.query;

import static io.penstock.query.Completable.completable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Random;

/** What holds for the suggestions of any text. A failure names the seed that shows it again. */
class CompleterPropertyTest {

    private static final int ROUNDS = 20_000;
    private static final int PIECES = 25;
    private static final int CARETS = 40;
    private static final FieldCatalogue CATALOGUE = SampleCatalogue.catalogue();

    private final long seed = new Random().nextLong();

    /** The queries of the table that compile and those that are refused alike. */
    @Test
    void everyCaretInEveryKnownQueryHasAnAnswer() {
        for (var row : QueryTableTest.rows()) {
            var text = row.query();
            var step = 1 + text.length() / 200;
            for (var caret = 0; caret <= text.length(); caret += step) {
                check(text, caret, "");
            }
        }
    }

    @Test
    void whatIsAcceptedCanStillBecomeAQuery() {
        var accepted = 0;
        for (var row : QueryTableTest.rows()) {
            var random = new Random(seed + row.query().hashCode());
            for (var i = 0; i < CARETS && row.query().length() < 200; i++) {
                var before = row.query().substring(0, random.nextInt(row.query().length() + 1));
                accepted += accept(before, random) ? 1 : 0;
            }
        }
        assertThat(accepted).as("seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void anyTextAndAnyCaretHaveAnAnswer() {
        for (var i = 0; i < ROUNDS; i++) {
            var random = new Random(seed + i);
            var text = new RandomQueries(random).text(random.nextInt(PIECES));
            check(text, random.nextInt(text.length() + 3) - 1, "seed " + (seed + i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "not ",
                "finding:(",
                "a:(",
                ")",
                "\"",
                "`",
                "[",
                "a:[",
                "x ",
                "..",
                "1,"
            })
    void aTextOfAnyLengthIsAnsweredSoon(String piece) {
        var text = piece.repeat(Parser.TEXT_MAX / piece.length());
        assertThat(Duration.ofNanos(timed(text))).isLessThan(Duration.ofSeconds(2));
        check(text + piece, text.length(), "one more");
    }

    @Test
    void aTextThatIsFullGetsNothingThatWouldNotFit() {
        var text = " ".repeat(Parser.TEXT_MAX - 16) + "finding.severity";
        assertThat(complete(text, text.length()).suggestions()).isEmpty();
        var shorter = text.substring(2);
        assertThat(complete(shorter, shorter.length()).suggestions())
                .extracting(Suggestion::text)
                .contains("finding.severity>=")
                .doesNotContain("finding.severity is null ");
    }

    @Test
    void theDeepestPlaceOpensNothing() {
        var deepest = "(".repeat(Parser.DEPTH_MAX);
        assertThat(complete(deepest, deepest.length()).suggestions())
                .extracting(Suggestion::text)
                .contains("finding.severity")
                .doesNotContain("(", "not ");
        assertThat(complete(deepest + "(", Parser.DEPTH_MAX + 1).suggestions()).isEmpty();
    }

    private static long timed(String text) {
        var start = System.nanoTime();
        complete(text, text.length());
        return System.nanoTime() - start;
    }

    private boolean accept(String before, Random random) {
        var all = complete(before, before.length());
        if (all.suggestions().isEmpty() || !completable(before)) {
            return false;
        }
        var one = all.suggestions().get(random.nextInt(all.suggestions().size()));
        var after = before.substring(0, all.from()) + one.text();
        assertThat(completable(after)).as("seed %d: %s → %s", seed, before, after).isTrue();
        return true;
    }

    private static Completion complete(String text, int caret) {
        return Completer.complete(text, caret, CATALOGUE, SampleCatalogue.NOW);
    }

    private static void check(String text, int caret, String seed) {
        assertThatCode(
                        () -> {
                            var all = complete(text, caret);
                            var at = Math.clamp(caret, 0, text.length());
                            assertThat(all.from()).isBetween(0, at);
                            assertThat(all.to())
                                    .isBetween(Math.max(all.from(), at - 1), text.length());
                            assertThat(all.suggestions()).doesNotHaveDuplicates();
                        })
                .as("%s: %s at %d", seed, text, caret)
                .doesNotThrowAnyException();
    }
}
