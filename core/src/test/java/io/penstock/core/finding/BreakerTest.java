package io.penstock.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

    @ParameterizedTest(name = "share {0} %, count {1}, floor {2}: {3} of {4} held: {5}")
    @CsvSource({
        // share, count, floor, closings, open, held
        "20,     ,  100,   199,  1000, false",
        "20,     ,  100,   200,  1000, false",
        "20,     ,  100,   201,  1000, true",
        "20,     ,  100,  1000,  1000, true",
        "20,     ,  100,  1200,  1000, true",
        // a share that is no whole number of findings
        "20,     ,    0,     2,    14, false",
        "20,     ,    0,     3,    14, true",
        // the floor comes before every limit
        "20,     ,  100,    99,   100, false",
        "20,     ,  100,   100,   100, false",
        "20,     ,  100,   101,   101, true",
        "20,    5,  100,   100, 10000, false",
        "0,      ,  100,   101, 10000, true",
        "0,      ,    0,     0,     0, false",
        "0,      ,    0,     1, 10000, true",
        // the number
        "20,  500,  100,   499, 10000, false",
        "20,  500,  100,   500, 10000, false",
        "20,  500,  100,   501, 10000, true",
        "100, 500,  100,   501,   501, true",
        "100,   0,    0,     1, 10000, true",
        // a share of 100 holds nothing
        "100,    ,  100, 10000, 10000, false",
        "100,    ,    0, 10001, 10000, false",
        "99,     ,    0,  9900, 10000, false",
        "99,     ,    0,  9901, 10000, true",
        // nothing was open before
        "20,     ,  100,   101,     0, true",
        // far beyond what an int can hold
        "20,     ,  100, 2000000000, 10000000000, false",
        "20,     ,  100, 2000000001, 10000000000, true",
    })
    void holdsWhatIsMoreThanALimit(
            int share, @Nullable Long count, long floor, long closings, long open, boolean held) {
        assertThat(new Breaker(share, count, floor).holds(closings, open).isPresent())
                .isEqualTo(held);
    }

    @Test
    void saysWhichLimit() {
        assertThat(Breaker.DEFAULT.holds(1_201, 6_000))
                .contains(
                        "1,201 closings are more than 20 % of the 6,000 findings that were open.");
        assertThat(new Breaker(20, 1_000L, 100).holds(1_201, 60_000))
                .contains("1,201 closings are more than the 1,000 allowed in one run.");
    }

    @Test
    void refusesLimitsThatMeanNothing() {
        assertThatThrownBy(() -> new Breaker(101, null, 0)).hasMessageContaining("101");
        assertThatThrownBy(() -> new Breaker(-1, null, 0)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Breaker(20, -1L, 0)).hasMessageContaining("20");
        assertThatThrownBy(() -> new Breaker(20, null, -1)).hasMessageContaining("20");
    }
}
