package io.penstock.core.identity;

import static io.penstock.core.identity.IdentificationTest.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ComparisonTest {

    @Test
    void countsWhatIsMergedSplitAndUnchangedWithSamples() {
        var before = List.of(cluster(1, 2), cluster(3), cluster(4), cluster(5, 6), cluster(7));
        var after = List.of(cluster(1, 2, 3), cluster(4), cluster(5), cluster(6), cluster(7));

        var comparison = Comparison.of(before, after);

        assertThat(comparison.before()).isEqualTo(5);
        assertThat(comparison.after()).isEqualTo(5);
        assertThat(comparison.unchanged()).isEqualTo(2);
        assertThat(comparison.merged()).isEqualTo(1);
        assertThat(comparison.split()).isEqualTo(1);
        assertThat(comparison.mergedSamples())
                .singleElement()
                .satisfies(s -> assertThat(s.assetId()).isEqualTo(Facts.id(1)))
                .satisfies(s -> assertThat(s.others()).containsExactly(Facts.id(1), Facts.id(3)));
        assertThat(comparison.splitSamples())
                .singleElement()
                .satisfies(s -> assertThat(s.others()).containsExactly(Facts.id(5), Facts.id(6)));
    }

    @Test
    void componentsAddUpInAnyOrder() {
        var one = Comparison.of(List.of(cluster(1), cluster(2)), List.of(cluster(1, 2)));
        var other = Comparison.of(List.of(cluster(3, 4)), List.of(cluster(3), cluster(4)));

        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).plus(Comparison.NONE))
                .isEqualTo(
                        Comparison.of(
                                List.of(cluster(1), cluster(2), cluster(3, 4)),
                                List.of(cluster(1, 2), cluster(3), cluster(4))));
    }

    @Test
    void samplesAreBounded() {
        var sum = Comparison.NONE;
        for (var i = 1; i < 400; i += 2) {
            sum =
                    sum.plus(
                            Comparison.of(
                                    List.of(cluster(i), cluster(i + 1)),
                                    List.of(cluster(i, i + 1))));
        }

        assertThat(sum.merged()).isEqualTo(200);
        assertThat(sum.mergedSamples()).hasSize(Comparison.SAMPLES_MAX);
    }
}
