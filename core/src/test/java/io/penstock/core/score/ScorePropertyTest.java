package io.penstock.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What holds for any asset; the seed is in every message. */
class ScorePropertyTest {

    private static final int CASES = 10_000;
    private static final long SEED = Long.getLong("penstock.seed", 20261128);

    private static final ScoreStrategy MONOTONE = new MonotoneV1();

    @Test
    void removingOrWeakeningAFindingNeverRaisesTheScore() {
        var random = new Random(SEED);
        for (var i = 0; i < CASES; i++) {
            var scores = scores(random);
            var criticality = new Criticality(1 + random.nextInt(5), "");
            var exposure = new Exposure(random.nextBoolean(), "");
            var before = score(scores, criticality, exposure);
            var index = random.nextInt(scores.size());
            var weaker = new ArrayList<>(scores);
            weaker.set(index, 1 + random.nextInt(scores.get(index)));
            var fewer = new ArrayList<>(scores);
            fewer.subList(index, index + 1).clear();

            assertThat(score(weaker, criticality, exposure))
                    .as("seed %d case %d: %s without its strength at %d", SEED, i, scores, index)
                    .isLessThanOrEqualTo(before);
            assertThat(score(fewer, criticality, exposure))
                    .as("seed %d case %d: %s without %d", SEED, i, scores, index)
                    .isLessThanOrEqualTo(score(weaker, criticality, exposure));
        }
    }

    @Test
    void lessCriticalityOrExposureNeverRaisesTheScore() {
        var random = new Random(SEED);
        for (var i = 0; i < CASES; i++) {
            var scores = scores(random);
            var high = 2 + random.nextInt(4);
            var exposed = new Exposure(true, "");
            var before = score(scores, new Criticality(high, ""), exposed);

            assertThat(score(scores, new Criticality(high - 1, ""), exposed))
                    .as("seed %d case %d", SEED, i)
                    .isLessThanOrEqualTo(before);
            assertThat(score(scores, new Criticality(high, ""), Exposure.INTERNAL))
                    .as("seed %d case %d", SEED, i)
                    .isLessThanOrEqualTo(before);
        }
    }

    @Test
    void everyStrategyStaysInRangeWhateverTheOrder() {
        var random = new Random(SEED);
        for (var i = 0; i < CASES; i++) {
            var scores = scores(random);
            var shuffled = new ArrayList<>(scores);
            Collections.shuffle(shuffled, random);
            var criticality = new Criticality(1 + random.nextInt(5), "");
            var exposure = new Exposure(random.nextBoolean(), "");
            for (var strategy : ScoreStrategy.all(BandWeights.DEFAULT)) {
                var one = strategy.score(facts(scores, criticality, exposure));
                var other = strategy.score(facts(shuffled, criticality, exposure));

                assertThat(one).as("seed %d case %d", SEED, i).isEqualTo(other);
                assertThat(one.value()).as("seed %d case %d", SEED, i).isBetween(1, 1000);
            }
        }
    }

    @Test
    void crowdsStayInRangeAndMonotone() {
        for (long count = 1; count < 1L << 40; count *= 2) {
            var few = crowd(count);
            var many = crowd(count + 1);
            assertThat(few).isBetween(1, 1000);
            assertThat(few).isLessThanOrEqualTo(many);
        }
    }

    private static int crowd(long count) {
        var total = new FindingTotals.Total(count, count * 95);
        var findings = new FindingTotals(Map.of(FindingBand.CRITICAL, total), 95);
        return MONOTONE.score(new AssetFacts(findings, Criticality.DEFAULT, Exposure.INTERNAL))
                .value();
    }

    /** 1 to 60 findings, often of few bands, so that the edges of bands are met. */
    private static List<Integer> scores(Random random) {
        var from = 1 + random.nextInt(100);
        var until = from + 1 + random.nextInt(101 - from);
        var count = 1 + random.nextInt(60);
        var scores = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            scores.add(random.nextInt(from, until));
        }
        return scores;
    }

    private static int score(List<Integer> scores, Criticality criticality, Exposure exposure) {
        return MONOTONE.score(facts(scores, criticality, exposure)).value();
    }

    private static AssetFacts facts(
            List<Integer> scores, Criticality criticality, Exposure exposure) {
        return new AssetFacts(Totals.of(scores), criticality, exposure);
    }
}
