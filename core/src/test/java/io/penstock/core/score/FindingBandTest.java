package io.penstock.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class FindingBandTest {

    @Test
    void everyScoreIsWithinOneBand() {
        for (var score = 1; score <= 100; score++) {
            var s = score;
            assertThat(
                            Arrays.stream(FindingBand.values())
                                    .filter(b -> b.from() <= s && s <= b.to()))
                    .containsExactly(FindingBand.of(score));
        }
    }
}
