package io.penstock.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.launcher.client.SearchAnswer.WrongQuery;

import org.junit.jupiter.api.Test;

import java.util.List;

class WrongQueryLinesTest {

    @Test
    void theCaretStandsBelowTheColumn() {
        assertThat(lines("log4j and finding.severty:5", 11, 80))
                .containsExactly(
                        "penstock: At column 11 of the query: It is wrong.",
                        "  log4j and finding.severty:5",
                        "            ^",
                        "  Mend it.");
    }

    @Test
    void wideCharactersBeforeItTakeTwoColumns() {
        assertThat(lines("漢字👍 x", 6, 80).subList(1, 3)).containsExactly("  漢字👍 x", "         ^");
    }

    @Test
    void theEndOfTheQueryIsAPlaceToo() {
        assertThat(lines("a and", 6, 80).get(2)).isEqualTo("       ^");
        assertThat(lines("", 1, 80).get(2)).isEqualTo("  ^");
        assertThat(lines("a", 8_001, 80).get(2)).isEqualTo("   ^");
    }

    @Test
    void ofALongQueryThePartAroundThePlaceIsShown() {
        var lines = lines("a".repeat(100) + "!" + "b".repeat(100), 101, 42);

        assertThat(lines.get(1)).isEqualTo("  …" + "a".repeat(19) + "!" + "b".repeat(18) + "…");
        assertThat(lines.get(2)).isEqualTo(" ".repeat(22) + "^");
    }

    @Test
    void lineEndsOfTheQueryDoNotMoveTheCaret() {
        assertThat(lines("a\nand\u001b x", 8, 80).subList(1, 3))
                .containsExactly("  a and� x", "         ^");
    }

    private static List<String> lines(String query, int position, int columns) {
        return WrongQueryLines.of(
                query, new WrongQuery(position, "It is wrong.", "Mend it."), columns);
    }
}
