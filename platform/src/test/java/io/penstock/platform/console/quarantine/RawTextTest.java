package io.penstock.platform.console.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class RawTextTest {

    @Test
    void keepsNamesThatComeTwiceAndEveryDigit() {
        assertThat(of("{\"a\":1.50,\"a\":10.0}"))
                .isEqualTo(new RawText(19, "{\n  \"a\" : 1.50,\n  \"a\" : 10.0\n}", false));
    }

    @Test
    void isTheStoredTextWhereThatIsNoJson() {
        assertThat(of("{\"a\":")).isEqualTo(new RawText(5, "{\"a\":", false));
    }

    @Test
    void isCutWhereDeepNestingMakesItManyTimesAsLong() {
        var deep =
                "{\"a\":".repeat(400)
                        + "["
                        + "{\"k\":1},".repeat(300_000)
                        + "{}]"
                        + "}".repeat(400);
        var raw = of(deep);

        assertThat(raw.cut()).isTrue();
        assertThat(raw.bytes()).isEqualTo(deep.length());
        assertThat(raw.text()).startsWith("{\n  \"a\" : {\n").hasSizeLessThanOrEqualTo(200_100);
    }

    private static RawText of(String record) {
        return RawText.of(record.getBytes(StandardCharsets.UTF_8));
    }
}
