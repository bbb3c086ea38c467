package io.penstock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/** What holds for any query. A failure names the seed that shows it again. */
class QueryPropertyTest {

    private static final int ROUNDS = 20_000;
    private static final int DEPTH = 5;
    private static final int PIECES = 25;

    private final long seed = new Random().nextLong();

    @Test
    void printedTreesParseToThemselves() {
        for (var i = 0; i < ROUNDS; i++) {
            var tree = new RandomQueries(new Random(seed + i)).tree(DEPTH);
            var text = QueryPrinter.print(tree);
            if (text.length() <= Parser.TEXT_MAX) {
                assertThat(Parser.parse(text)).as("seed %d: %s", seed + i, text).isEqualTo(tree);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7 :b", "7 :(b:c)", "7 >b", "7 is null", "10:30 :b", "10:30 and b:7:8"})
    void aNameThatBeginsWithADigitStaysAName(String text) {
        var tree = Parser.parse(text);
        assertThat(Parser.parse(QueryPrinter.print(tree))).isEqualTo(tree);
    }

    @Test
    void anyTextIsAQueryOrARefusalWithAColumnInside() {
        var refused = 0;
        for (var i = 0; i < ROUNDS; i++) {
            var random = new Random(seed + i);
            var text = new RandomQueries(random).text(random.nextInt(PIECES));
            refused += refused(text, seed + i) ? 1 : 0;
        }
        assertThat(refused).as("seed %d", seed).isBetween(1, ROUNDS - 1);
    }

    private static boolean refused(String text, long seed) {
        var compiled = new boolean[1];
        assertThatCode(
                        () -> {
                            try {
                                SampleCatalogue.compile(text);
                                compiled[0] = true;
                            } catch (QueryException e) {
                                assertThat(e.fault().position()).isBetween(1, text.length() + 1);
                            }
                        })
                .as("seed %d: %s", seed, text)
                .doesNotThrowAnyException();
        return !compiled[0];
    }
}
