package io.penstock.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SafeCellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    =1+1 | '=1+1
                    +1 | '+1
                    -1 | '-1
                    @SUM(A1) | '@SUM(A1)
                    \uff1d1 | '\uff1d1
                    \uff0b1 | '\uff0b1
                    \uff0d1 | '\uff0d1
                    \uff201 | '\uff201
                    a=1 | a=1
                    10.0.0.1 | 10.0.0.1
                    ~~ | ~~
                    """)
    void noTextIsTakenForAFormula(String text, String cell) {
        assertThat(SafeCell.of(text)).isEqualTo(cell);
    }

    @Test
    void noLineOrTabulatorBeginsAFormula() {
        for (var start : List.of("\t", "\r", "\n")) {
            assertThat(SafeCell.of(start + "=1")).isEqualTo("'" + start + "=1");
        }
    }
}
