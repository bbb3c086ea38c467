package io.penstock.launcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

    @Test
    void whatSteersATerminalBecomesAStandIn() {
        assertThat(TerminalText.line("a\u001b[31mb\u009bc\u0000d")).isEqualTo("a�[31mb�c�d");
        assertThat(TerminalText.line("a\u202eb\u2066c\u200fd\ufeffe")).isEqualTo("a�b�c�d�e");
        assertThat(TerminalText.line("a\ud800b")).isEqualTo("a�b");
        assertThat(TerminalText.line("a\nb\tc\u2028d")).isEqualTo("a b c d");
        assertThat(TerminalText.line("Grüße, 漢字 👩‍💻 שלום")).isEqualTo("Grüße, 漢字 👩‍💻 שלום");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "漢字, 4", "é, 1", "e\u0301, 1", "👍, 2", "한글, 4", "ｆ, 2", "'', 0"})
    void widthIsThatOfTheTerminal(String line, int columns) {
        assertThat(TerminalText.width(line)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abcde…", "漢字漢字, 6, 漢字…", "漢字漢字, 8, 漢字漢字"})
    void cutsBetweenCharacters(String line, int columns, String cut) {
        assertThat(TerminalText.cut(line, columns)).isEqualTo(cut);
        assertThat(TerminalText.width(cut)).isLessThanOrEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, …cdefg", "漢字漢字, 6, …漢字"})
    void cutsOnTheLeftToo(String line, int columns, String cut) {
        assertThat(TerminalText.cutLeft(line, columns)).isEqualTo(cut);
    }
}
