package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {

    @Test
    void aDayBeginsAndEndsInUtc() {
        assertThat(TypedDay.begin(" 2027-06-30 ", "from", "DAY")).isEqualTo("2027-06-30T00:00:00Z");
        assertThat(TypedDay.end("2027-06-30", "until", "DAY")).isEqualTo("2027-07-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-02-30", "30.06.2027", "+999999999-12-31"})
    void whatIsNoDayIsRefusedInWords(String typed) {
        assertThatThrownBy(() -> TypedDay.end(typed, "until", "DAY"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The field 'until' is no day.");
    }
}
