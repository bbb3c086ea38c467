package io.penstock.platform.console.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressViewTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.25 | 90     | '0.3 a second, less than a minute left'",
                "12.4 | 4000   | '12 a second, about 5 min left'",
                "1500 | 14400000 | '1,500 a second, about 2 h 40 min left'",
                "3    | 0      | '3 a second'",
            })
    void tellsRateAndTimeLeft(double rate, long expected, String told) {
        var known = expected == 0 ? null : Long.valueOf(expected);
        var bar = new ProgressView("Findings", 80, known, false, rate);

        assertThat(bar.pace()).isEqualTo(told);
    }

    @Test
    void saysNothingWhenNothingMovesOrAllIsDone() {
        assertThat(new ProgressView("Assets", 1, 10L, false, null).pace()).isEmpty();
        assertThat(new ProgressView("Assets", 10, 10L, true, 5.0).pace()).isEmpty();
    }
}
