package io.penstock.platform.console.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.platform.search.Searched;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ColumnsTest {

    @ParameterizedTest
    @EnumSource
    void aChoiceSurvivesItsCookie(Searched over) {
        for (var keys : List.of(List.<String>of(), List.of("SCORE"), List.of("SCORE", "OS"))) {
            var columns = Columns.chosen(over, keys);

            assertThat(Columns.of(over, columns.cookie())).isEqualTo(columns);
            assertThat(columns.cookie()).matches("[A-Za-z0-9_.]+");
        }
    }

    @Test
    void withoutAChoiceTheUsualOnesAreShown() {
        var columns = Columns.of(Searched.FINDINGS, null);

        assertThat(columns.has("SEVERITY")).isTrue();
        assertThat(columns.has("CVE")).isFalse();
        assertThat(Columns.of(Searched.FINDINGS, "x".repeat(401))).isEqualTo(columns);
    }

    @Test
    void whatIsNoColumnIsPassedOver() {
        assertThat(Columns.of(Searched.ASSETS, "v1.SCORE.<script>.scOre").shown())
                .containsExactly("SCORE");
    }
}
