package io.penstock.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ProgressBarTest {

    private static final Optional<Duration> LEFT = Optional.of(Duration.ofSeconds(83));

    @Test
    void drawsShareRateAndTimeLeft() {
        assertThat(new ProgressBar("hosts", 1_000, 2_000, 1_234.4, LEFT).bar())
                .isEqualTo(
                        "hosts     [###############---------------]  50 %  1,000 / 2,000  1,234/s"
                                + "  1:23 left");
    }

    @Test
    void leavesTheTimeOutWhenNothingIsLeft() {
        assertThat(new ProgressBar("findings", 5, 5, 1, LEFT).line())
                .isEqualTo("findings  100 %  5 / 5  1/s");
    }

    @Test
    void saysOnlyTheCountWhileTheTotalIsUnknown() {
        assertThat(new ProgressBar("hosts", 40, -1, 9, Optional.empty()).line())
                .isEqualTo("hosts     40");
    }

    @Test
    void isFullForAStreamWithoutRecords() {
        assertThat(new ProgressBar("hosts", 0, 0, 0, Optional.empty()).bar())
                .contains("##############################")
                .contains("100 %");
    }

    @Test
    void staysWithinTheBarWhenTheTenantGrows() {
        assertThat(new ProgressBar("hosts", 12, 10, 0, Optional.empty()).bar()).contains("100 %");
    }
}
