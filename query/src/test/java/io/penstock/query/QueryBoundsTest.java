package io.penstock.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

class QueryBoundsTest {

    private static final long SMALL_STACK_BYTES = 512L << 10;

    @Test
    void takesTheLongestTextAndRefusesOneCharacterMore() {
        var longest = "sev:1" + " ".repeat(Parser.TEXT_MAX - "sev:1".length());

        assertThat(Parser.parse(longest)).isInstanceOf(Query.Term.class);
        assertThatThrownBy(() -> Parser.parse(longest + " "))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "At column 8001: The query has 8001 characters, allowed are 8000. "
                                + "Shorten it; several values of one field fit into a list: "
                                + "field:[a, b]");
    }

    @Test
    void takesAThousandLevelsOnASmallStack() throws InterruptedException {
        var deep = nested(Parser.DEPTH_MAX);

        assertThat(onASmallStack(() -> SampleCatalogue.compile(deep).sql()))
                .isEqualTo("severity = :q1");
    }

    @Test
    void takesAThousandNotsOnASmallStack() throws InterruptedException {
        var nots = "not ".repeat(Parser.DEPTH_MAX) + "sev:1";

        assertThat(onASmallStack(() -> SampleCatalogue.compile(nots).sql().length()))
                .isEqualTo(
                        "severity = :q1".length() + Parser.DEPTH_MAX * "() is not true".length());
    }

    @Test
    void takesDeepMixedQueriesOnASmallStack() throws InterruptedException {
        var levels = 350;
        var mixed = "(a or(not a and".repeat(levels) + " a" + "))".repeat(levels);

        assertThat(onASmallStack(() -> SampleCatalogue.compile(mixed).binds().size()))
                .isEqualTo(2 * (2 * levels + 1));
        assertThat(onASmallStack(() -> QueryPrinter.print(Parser.parse(mixed))))
                .asString()
                .startsWith("a or (not a and (a or (not a and")
                .endsWith("))");
    }

    @Test
    void refusesOneLevelMoreWhereItOpens() {
        assertThatThrownBy(() -> Parser.parse(nested(Parser.DEPTH_MAX + 1)))
                .hasMessage(
                        "At column 1001: The query is nested deeper than 1000 levels. "
                                + "Take out parentheses, or a not before a not.");
        assertThatThrownBy(() -> Parser.parse("not ".repeat(Parser.DEPTH_MAX + 1) + "sev:1"))
                .hasMessage(
                        "At column 4001: The query is nested deeper than 1000 levels. "
                                + "Take out parentheses, or a not before a not.");
    }

    @Test
    void depthIsThatOfTheDeepestPartNotTheSum() {
        var twice = nested(400) + " or " + nested(400) + " or " + nested(400);

        assertThat(Parser.parse(twice)).isInstanceOf(Query.Or.class);
    }

    @Test
    void takesAThousandValuesInAListAndRefusesOneMore() {
        assertThat(SampleCatalogue.compile(list(TermParser.LIST_MAX)).binds())
                .hasSize(TermParser.LIST_MAX);
        assertThatThrownBy(() -> Parser.parse(list(TermParser.LIST_MAX + 1)))
                .hasMessage(
                        "At column 2005: A list has at most 1000 values. "
                                + "Split it: field:[a, b] or field:[c, d]");
    }

    @Test
    void refusesTenMegabytesAtOnce() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(10 << 20)))
                .hasMessageStartingWith("At column 8001: The query has 10485760 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "x:(", "(not "})
    void tenThousandLevelsAreRefusedByLengthAndLessOfThemByDepth(String level) {
        assertThatThrownBy(() -> Parser.parse(level.repeat(10_000)))
                .hasMessageStartingWith("At column 8001: The query has ");
        assertThatThrownBy(() -> Parser.parse(level.repeat(8_000 / level.length())))
                .hasMessageContaining("The query is nested deeper than 1000 levels.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "`\ud800\ud800`", "\0"})
    void refusesWhatNoDatabaseTextCanHold(String text) {
        assertThatThrownBy(() -> Parser.parse(text)).hasMessageContaining("is not a character.");
    }

    @Test
    void bindsNeverReachTheText() {
        var compiled =
                SampleCatalogue.compile(
                        "finding.title:`'; drop table finding; --` or name:\"x' or 1=1\"");

        assertThat(compiled.sql()).doesNotContain("drop", "1=1", "'");
        assertThat(compiled.binds().values())
                .containsExactly("'; drop table finding; --", "%x' or 1=1%");
    }

    private static Object onASmallStack(Supplier<Object> work) throws InterruptedException {
        var result = new AtomicReference<Object>("nothing");
        var thread = new Thread(null, () -> result.set(work.get()), "small", SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((_, thrown) -> result.set(thrown));
        thread.start();
        thread.join();
        return result.get();
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "sev:1" + ")".repeat(depth);
    }

    private static String list(int values) {
        return "sev:[" + String.join(",", Collections.nCopies(values, "1")) + "]";
    }
}
