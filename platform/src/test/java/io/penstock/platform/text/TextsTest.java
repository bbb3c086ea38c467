package io.penstock.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @Test
    void whatIsSaidBecomesOneLineThatCanBeStored() {
        assertThat(SaidText.line(null)).isEmpty();
        assertThat(SaidText.line(" a\u0000b\nc\u0085d\u2028e\ud83df ")).isEqualTo("a b c d e f");
        assertThat(SaidText.line("x".repeat(300))).hasSize(200);
        assertThat(SaidText.sentence("x".repeat(3_000))).hasSize(2_000);
        assertThat(SaidText.within("ab\ud83d\ude00", 3)).as("no half a character").isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u007f", "a\nb", "\ud83d"})
    void aTypedLineHoldsNoControlCharacter(String text) {
        assertThatThrownBy(() -> TypedText.line("name", text))
                .hasMessageContaining(
                        "The field 'name' holds a control character or half a character.");
    }

    @Test
    void typedTextStaysAsItIs() {
        assertThat(TypedText.line("name", "Zoë \ud83d\ude00")).isEqualTo("Zoë \ud83d\ude00");
        assertThat(TypedText.lines("reason", "one\r\n\ttwo")).isEqualTo("one\r\n\ttwo");
        assertThatThrownBy(() -> TypedText.lines("reason", "\u0000"))
                .hasMessageContaining("'reason'");
    }
}
