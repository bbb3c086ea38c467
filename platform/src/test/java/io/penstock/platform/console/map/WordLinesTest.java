package io.penstock.platform.console.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class WordLinesTest {

    @Test
    void wordsAreOneALineInOneOrder() {
        assertThat(WordLines.write(Map.of("LOW", "2", "HIGH", "4")))
                .isEqualTo("HIGH => 4\nLOW => 2");
    }

    @Test
    void whateverIsWrittenReadsBack() {
        var words =
                Map.of(
                        "a => b", "x",
                        "", "empty",
                        " blank ", "=>",
                        "two\nlines", "tab\tand \"quotes\"",
                        "\"quoted\"", "\\",
                        "\u202Eleft", "carriage\rreturn");

        assertThat(WordLines.read(WordLines.write(words)).words()).isEqualTo(words);
    }

    @Test
    void blankLinesAndBlanksAtTheEndsDoNotCount() {
        assertThat(WordLines.read("\n  HIGH=>4 \r\n\n LOW  =>  2\n").words())
                .isEqualTo(Map.of("HIGH", "4", "LOW", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HIGH|has no '=>'",
                "\"HIGH => 4|has no '=>'",
                "\"HI\\qGH\" => 4|has a quoted word that is not written as in JSON",
                "A => 1~A => 2|Line 2 of the value map has a source word that another line has",
            })
    void aLineThatCannotBeReadIsNamed(String text, String sentence) {
        assertThat(WordLines.read(text.replace('~', '\n')).fault().orElseThrow())
                .contains(sentence);
    }

    @Test
    void wordsHaveABound() {
        assertThat(WordLines.read("a".repeat(1_001) + " => b").fault().orElseThrow())
                .contains("more than 1000 characters");
    }
}
