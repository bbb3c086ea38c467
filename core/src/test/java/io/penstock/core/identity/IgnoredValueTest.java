package io.penstock.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IgnoredValueTest {

    private static final String EMOJI = "\uD83D\uDE00";

    @Test
    void aCharacterOfTwoPlacesIsNotCutInTwo() {
        var over = new IgnoredValue(Identifier.SERIAL, "x".repeat(99) + EMOJI, "a placeholder");
        var whole = new IgnoredValue(Identifier.SERIAL, "x".repeat(98) + EMOJI, "a placeholder");

        assertThat(over.value()).isEqualTo("x".repeat(99));
        assertThat(whole.value()).isEqualTo("x".repeat(98) + EMOJI);
    }
}
