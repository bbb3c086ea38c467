package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class PageSizesTest {

    private final PageSizes sizes = new PageSizes(List.of(5_000, 2_500, 1_000));

    @Test
    void shrinksStepByStepAndNeverBelowTheSmallest() {
        sizes.failed(5_000);
        assertThat(sizes.current()).isEqualTo(2_500);
        sizes.failed(5_000);
        assertThat(sizes.current()).as("a page asked for before the step").isEqualTo(2_500);
        sizes.failed(2_500);
        sizes.failed(1_000);
        assertThat(sizes.current()).isEqualTo(1_000);
    }

    @Test
    void growsBackAfterARunOfGoodPages() {
        sizes.failed(5_000);
        for (int i = 0; i < 7; i++) {
            sizes.succeeded();
        }
        assertThat(sizes.current()).isEqualTo(2_500);
        sizes.succeeded();
        assertThat(sizes.current()).isEqualTo(5_000);
    }
}
