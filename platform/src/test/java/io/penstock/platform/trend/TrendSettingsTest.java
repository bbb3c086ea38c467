package io.penstock.platform.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class TrendSettingsTest {

    @Test
    void haveDefaults() {
        var settings = bound(Map.of());

        assertThat(settings)
                .isEqualTo(
                        new TrendSettings(
                                1,
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(5),
                                400,
                                Duration.ofHours(26),
                                Duration.ofDays(7)));
    }

    @ParameterizedTest
    @CsvSource({
        "workers, 2",
        "pace, 0s",
        "refresh, 25h",
        "timeout, 0s",
        "kept-days, 29",
        "late, 1s",
        "stale, 1h",
    })
    void haveBounds(String key, String value) {
        assertThatThrownBy(() -> bound(Map.of("penstock.trend." + key, value)))
                .rootCause()
                .hasMessageContaining("penstock.trend." + key);
    }

    private static TrendSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("penstock.trend", TrendSettings.class);
    }
}
