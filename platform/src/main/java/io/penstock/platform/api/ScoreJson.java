package io.penstock.platform.api;

import io.penstock.core.score.AssetBand;
import io.penstock.core.score.FindingBand;
import io.penstock.core.score.Score;
import io.penstock.core.score.ScorePart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A score with the steps that lead to it; taken in order from zero they give exactly the value.
 *
 * @param band severe, critical, high, medium or low
 * @param formula name and version
 */
record ScoreJson(int value, String band, String formula, List<PartJson> parts) {

    /**
     * @param operation {@code add} or {@code multiply}
     */
    record PartJson(String name, String operation, BigDecimal value, String sentence) {

        static PartJson of(ScorePart part) {
            return new PartJson(part.name(), word(part.operation()), part.value(), part.sentence());
        }
    }

    static ScoreJson ofFinding(Score score) {
        return of(score, word(FindingBand.of(score.value())));
    }

    static ScoreJson ofAsset(Score score) {
        return of(score, word(AssetBand.of(score.value())));
    }

    private static ScoreJson of(Score score, String band) {
        return new ScoreJson(
                score.value(),
                band,
                score.formula(),
                score.parts().stream().map(PartJson::of).toList());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
