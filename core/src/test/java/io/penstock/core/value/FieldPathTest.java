package io.penstock.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "cve.base_score", "network_interfaces[].local_ip", "a[].b[].c"})
    void printsWhatItParsed(String text) {
        assertThat(FieldPath.parse(text)).hasToString(text);
    }

    @Test
    void yieldsAListWhenAnyStepGoesThroughAnArray() {
        assertThat(FieldPath.parse("a.b[].c").yieldsList()).isTrue();
        assertThat(FieldPath.parse("a.b.c").yieldsList()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.", "a[0]", "a b", "a[]b", "[]", "a.b[", "ä"})
    void refusesWhatIsNoPathAndNamesTheStep(String text) {
        assertThatThrownBy(() -> FieldPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a field name");
    }

    @Test
    void refusesMoreStepsThanAreMapped() {
        var deep = "a" + ".a".repeat(FieldPath.STEPS_MAX);
        assertThatThrownBy(() -> FieldPath.parse(deep)).hasMessageContaining("at most 16");
    }
}
