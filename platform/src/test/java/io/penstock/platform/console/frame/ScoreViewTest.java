package io.penstock.platform.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.score.FindingBand;
import io.penstock.core.score.Score;
import io.penstock.core.score.ScorePart;
import io.penstock.core.score.ScorePart.Operation;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class ScoreViewTest {

    @Test
    void everyStepSaysWhatItComesTo() {
        var score =
                new Score(
                        "f",
                        90,
                        List.of(
                                part(Operation.ADD, "63.75"),
                                part(Operation.MULTIPLY, "2"),
                                part(Operation.ADD, "-37.5")));

        var view = ScoreView.of(score, 100, FindingBand.CRITICAL);

        assertThat(view.band()).isEqualTo("critical");
        assertThat(view.steps())
                .extracting(ScoreView.Step::step)
                .containsExactly("+ 63.75", "× 2", "− 37.5");
        assertThat(view.steps())
                .extracting(ScoreView.Step::total)
                .containsExactly("63.75", "127.5", "90");
    }

    private static ScorePart part(Operation operation, String value) {
        return new ScorePart("part", operation, new BigDecimal(value), "why");
    }
}
