package io.penstock.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Random;

class VendorTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2023-05-19T21:04:49Z, 2023-05-19T21:04:49Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2023-05-13T16:44:25.332Z, 2023-05-13T16:44:25.332Z",
        "2023-05-13T18:44:25+02:00, 2023-05-13T16:44:25Z",
        "2021-09-15, 2021-09-15T00:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void readsTheFormsVendorsSend(String text, Instant expected) {
        assertThat(VendorTime.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2023-02-30T00:00:00Z",
                "2023-13-01T00:00:00Z",
                "2023-05-19T24:00:00Z",
                "2023-05-19T21:60:00Z",
                "2023-05-19T21:04:49",
                "2023-05-19 21:04:49Z",
                "２０２３-05-19T21:04:49Z"
            })
    void saysNothingOfWhatIsNoTime(String text) {
        assertThat(VendorTime.parse(text)).isEmpty();
    }

    @Test
    void theShortWayAgreesWithTheLongOne() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++) {
            var at = Instant.ofEpochSecond(random.nextLong(4_102_444_800L));
            assertThat(VendorTime.parse(at.toString())).as("seed %d", seed).contains(at);
        }
    }
}
