package io.penstock.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void knowsNothingFromOneLook() {
        add(0, 100);

        assertThat(pace.perSecond()).isZero();
        assertThat(pace.left(200)).isEmpty();
    }

    @Test
    void dividesTheGrowthByTheTime() {
        add(0, 100);
        add(4, 500);

        assertThat(pace.perSecond()).isEqualTo(100.0);
        assertThat(pace.left(1_500)).hasValue(Duration.ofSeconds(10));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        add(0, 0);
        add(1, 10_000);
        add(11, 10_100);
        add(12, 10_110);

        assertThat(pace.perSecond()).isEqualTo(10.0);
    }

    @Test
    void hasNoTimeLeftToNameWhenNothingMoves() {
        add(0, 5);
        add(3, 5);

        assertThat(pace.left(10)).isEmpty();
    }

    private void add(long second, long count) {
        pace.add(Duration.ofSeconds(second).toNanos(), count);
    }
}
