package io.penstock.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Both strategies on worked examples. */
class ScoreStrategyTest {

    private static final ScoreStrategy OFFICIAL = new OfficialV1(BandWeights.DEFAULT);
    private static final ScoreStrategy MONOTONE = new MonotoneV1();
    private static final Exposure EXPOSED = new Exposure(true, "internet");

    @Test
    void theOfficialExampleOfAnInternalAssetGives518() {
        assertThat(OFFICIAL.score(facts(4, Exposure.INTERNAL, 3, 95, 50, 65, 20, 30)).value())
                .isEqualTo(518);
    }

    @Test
    void theOfficialExampleOfAnExposedAssetIsCutAt1000() {
        var score = OFFICIAL.score(facts(5, EXPOSED, 2, 95, 10, 84, 40, 65, 30, 31));

        assertThat(score.value()).isEqualTo(1000);
        assertThat(score.parts().getLast().sentence()).isEqualTo("A score ends at 1000.");
        assertThat(Score.total(score.parts().subList(0, 6)).doubleValue())
                .isBetween(1083.75, 1083.77);
    }

    @Test
    void theOfficialFormulaRisesWhenAWeakFindingIsFixed() {
        var before = OFFICIAL.score(facts(4, Exposure.INTERNAL, 3, 95, 20, 91)).value();
        var after = OFFICIAL.score(facts(4, Exposure.INTERNAL, 3, 95)).value();

        assertThat(after).isGreaterThan(before);
    }

    @Test
    void ourOwnFormulaOnTheSameExamples() {
        assertThat(MONOTONE.score(facts(4, Exposure.INTERNAL, 3, 95, 50, 65, 20, 30)).value())
                .isEqualTo(496);
        assertThat(MONOTONE.score(facts(5, EXPOSED, 2, 95, 10, 84, 40, 65, 30, 31)).value())
                .isEqualTo(752);
        // What an independent tester saw of the vendor's second version: 87 critical ones.
        assertThat(MONOTONE.score(facts(5, EXPOSED, 87, 95)).value()).isGreaterThan(850);
    }

    @Test
    void everyPointHasASentence() {
        assertThat(MONOTONE.score(facts(4, EXPOSED, 3, 95, 1, 70)).parts())
                .extracting(ScorePart::sentence)
                .containsExactly(
                        "The worst finding has a score of 95.",
                        "3 critical, 1 high, 0 medium and 0 low findings; a low one adds nothing.",
                        "Criticality 4 by the tag 'crown'.",
                        "Reachable from the internet by the tag 'internet'.",
                        "Rounded half up to 535.");
        assertThat(OFFICIAL.score(facts(4, Exposure.INTERNAL, 3, 95)).parts())
                .extracting(ScorePart::sentence)
                .containsExactly(
                        "3 critical with an average of 95, weight 1.0, count^0.01 = 1.011.",
                        "Criticality 4 by the tag 'crown'.",
                        "No tag says that it is reachable from the internet.",
                        "Rounded up to 385.");
    }

    @Test
    void anAssetWithoutFindingsHasNoPoints() {
        for (var strategy : ScoreStrategy.all(BandWeights.DEFAULT)) {
            assertThat(strategy.score(facts(5, EXPOSED)).value()).isZero();
        }
    }

    @Test
    void strategiesAreFoundByNameAndVersion() {
        assertThat(ScoreStrategy.all(BandWeights.DEFAULT))
                .extracting(ScoreStrategy::key)
                .containsExactly("monotone-v1", "official-v1");
        assertThat(ScoreStrategy.find("official-v1", BandWeights.DEFAULT)).contains(OFFICIAL);
        assertThat(ScoreStrategy.find("official", BandWeights.DEFAULT)).isEmpty();
    }

    @Test
    void theHighestTagMattersAndTwoIsTheDefault() {
        var tags =
                List.of(
                        new AssetTag("low", 1, false),
                        new AssetTag("web", null, true),
                        new AssetTag("b-crown", 5, false),
                        new AssetTag("a-crown", 5, true));

        assertThat(Criticality.of(tags)).isEqualTo(new Criticality(5, "a-crown"));
        assertThat(Criticality.of(tags.reversed())).isEqualTo(new Criticality(5, "a-crown"));
        assertThat(Criticality.of(tags.subList(0, 2))).isEqualTo(new Criticality(1, "low"));
        assertThat(Criticality.of(tags.subList(1, 2))).isEqualTo(Criticality.DEFAULT);
        assertThat(Exposure.of(tags)).isEqualTo(new Exposure(true, "a-crown"));
        assertThat(Exposure.of(tags.subList(0, 1))).isEqualTo(Exposure.INTERNAL);
    }

    @Test
    void bandsBeginWhereTheyAreDocumented() {
        assertThat(List.of(1, 39, 40, 69, 70, 89, 90, 100))
                .extracting(FindingBand::of)
                .extracting(Enum::name)
                .containsExactly(
                        "LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "CRITICAL", "CRITICAL");
        assertThat(List.of(0, 499, 500, 699, 700, 849, 850, 1000))
                .extracting(AssetBand::of)
                .extracting(Enum::name)
                .containsExactly(
                        "LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "SEVERE", "SEVERE");
    }

    @Test
    void aScoreThatItsPartsDoNotGiveCannotBeMade() {
        var part = new ScorePart("x", ScorePart.Operation.ADD, BigDecimal.TWO, "Two.");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score("f", 3, List.of(part)))
                .withMessage("the parts give 2, not 3");
    }

    /**
     * @param countsAndScores count, score, count, score …
     */
    private static AssetFacts facts(int criticality, Exposure exposure, int... countsAndScores) {
        var scores = new ArrayList<Integer>();
        for (var i = 0; i < countsAndScores.length; i += 2) {
            scores.addAll(Collections.nCopies(countsAndScores[i], countsAndScores[i + 1]));
        }
        return new AssetFacts(Totals.of(scores), new Criticality(criticality, "crown"), exposure);
    }
}
