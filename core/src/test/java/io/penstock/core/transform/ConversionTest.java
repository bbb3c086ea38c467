package io.penstock.core.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.schema.DataType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:50:56:93:d7:c1",
                "00-50-56-93-D7-C1",
                " 0050.5693.d7c1 ",
                "00505693d7c1"
            })
    void readsEverySpellingOfAMacAddress(String text) throws Conversion.Unfit {
        assertThat(Conversion.convert(text, DataType.MAC)).isEqualTo("00:50:56:93:D7:C1");
    }

    @Test
    void refusesWhatIsNoMacAddress() {
        assertThatThrownBy(() -> Conversion.convert("0050.5693.d7", DataType.MAC))
                .isInstanceOfSatisfying(
                        Conversion.Unfit.class,
                        e ->
                                assertThat(e.sentence())
                                        .isEqualTo("value '0050.5693.d7' is not a MAC address"));
    }
}
