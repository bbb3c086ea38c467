package io.penstock.platform.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

class IntelligenceSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://lists.example/epss.csv.gz",
                "http://localhost:81/x",
                "http://127.0.0.1/x",
                "http://[::1]/x"
            })
    void takesNothingOrASafeAddress(String url) {
        assertThat(settings(url).url(PublicList.EPSS)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lists.example/epss.csv.gz",
                "https://user:secret@lists.example/x",
                "ftp://lists.example/x",
                "file:///etc/passwd",
                "https:///x",
                "http://10.0.0.1/x"
            })
    void refusesAnAddressThatAnybodyCanAnswer(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(url))
                .withMessageStartingWith("penstock.intelligence.epss-url must be an https address");
    }

    @Test
    void boundsAFile() {
        var gigabyte = DataSize.ofGigabytes(1);
        assertThat(settings("", gigabyte).bytesMax()).isEqualTo(gigabyte);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("", DataSize.ofBytes(gigabyte.toBytes() + 1)))
                .withMessageContaining("allowed are 1KB to 1GB");
    }

    private static IntelligenceSettings settings(String url) {
        return settings(url, DataSize.ofMegabytes(64));
    }

    private static IntelligenceSettings settings(String url, DataSize bytesMax) {
        return new IntelligenceSettings(
                url, "", Duration.ofHours(24), Duration.ofMinutes(5), bytesMax);
    }
}
