package io.penstock.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:50:56:93:D7:C1",
                "00-50-56-93-d7-c1",
                "0050.5693.d7c1",
                "0050-5693-D7C1",
                "005056-93d7c1",
                "00 50 56 93 d7 c1",
                "00505693d7c1",
                " 00:50:56:93:D7:C1 "
            })
    void writesEverySpellingInOne(String text) {
        assertThat(MacText.normal(text)).contains("00:50:56:93:D7:C1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00:50:56:93:D7",
                "00:50:56:93:D7:C1:00",
                "00:50:56:93:D7:CG",
                "0:050:56:93:D7:C1",
                "00::50:56:93:D7:C1",
                "00:50:56:93:D7:C1                                        "
            })
    void refusesWhatIsNone(String text) {
        assertThat(MacText.normal(text)).isEmpty();
    }
}
