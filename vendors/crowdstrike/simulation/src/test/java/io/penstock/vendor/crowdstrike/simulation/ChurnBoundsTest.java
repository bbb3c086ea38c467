package io.penstock.vendor.crowdstrike.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class ChurnBoundsTest {

    private final Falcon falcon = Falcon.of(20, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0.1; The tenant cannot advance by 0 seconds, allowed are 1 second to 365 days.",
                "366; 0.1; The tenant cannot advance by 31622400 seconds, allowed are 1 second to"
                        + " 365 days.",
                "7; 1.5; The share of change is 1.5, allowed are 0 to 1.",
                "7; lots; The share of change is \"lots\", allowed are 0 to 1."
            })
    void refusesStepsOutOfBounds(int days, String share, String sentence) {
        assertThatThrownBy(() -> falcon.advance(days, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void refusesAnAdvanceWithoutALength() {
        assertThatThrownBy(() -> falcon.control("POST", "advance", Map.of()))
                .hasMessageContaining("needs either days or seconds");
        for (String wrong : new String[] {"7", "0:0.1", "366:0.1", "1:1.1", "1:0.1;2:0.1"}) {
            assertThatThrownBy(() -> Falcon.of(10, 1, "advance", wrong))
                    .hasMessage(
                            "The option advance is \""
                                    + wrong
                                    + "\", allowed are none and steps of days:share with commas"
                                    + " between them, days from 1 to 365 and shares from 0 to 1.");
        }
    }
}
