package io.penstock.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    private static final String EMOJI = "\uD83D\uDE00";

    @ParameterizedTest
    @CsvSource({"98, 98, true", "99, 99, false", "100, 100, false", "101, 100, false"})
    void cutsBeforeACharacterThatDoesNotFitWhole(int before, int left, boolean whole) {
        var cut = Shown.cut("x".repeat(before) + EMOJI, 100);

        assertThat(cut).isEqualTo("x".repeat(left) + (whole ? EMOJI : ""));
    }

    @Test
    void leavesAShorterTextAsItIs() {
        assertThat(Shown.cut("", 100)).isEmpty();
        assertThat(Shown.cut("web-1", 5)).isEqualTo("web-1");
    }

    @Test
    void saysThatItHasCut() {
        assertThat(Shown.of("x".repeat(39) + EMOJI, 40)).isEqualTo("x".repeat(39) + "…");
        assertThat(Shown.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Shown.of("a\0b\uD83D")).isEqualTo("a\uFFFDb\uFFFD");
    }
}
