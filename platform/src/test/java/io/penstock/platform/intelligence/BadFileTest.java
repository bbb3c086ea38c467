package io.penstock.platform.intelligence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BadFileTest {

    @Test
    void aPieceOfTheFileDoesNotEndInHalfACharacter() {
        for (var before = 1; before < 100; before++) {
            var shown = BadFile.shown("x".repeat(before) + "\uD83D\uDE00".repeat(100));

            assertThat(shown.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2)
                    .as(shown)
                    .isZero();
        }
    }
}
