package io.penstock.core.identity.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.identity.Identification;
import io.penstock.core.identity.RuleOrder;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/** The labelled set of issue 5: how well machines are told apart, by hard case. */
class LabelledSetTest {

    private static final int SHOWN_MAX = Integer.getInteger("penstock.identity.shown", 10);

    /** Five estates of more than 2,000 records each, drawn by seed. */
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L);

    @Test
    void tellsMachinesApart() {
        var right = 0;
        var wrong = 0;
        var missed = 0;
        for (var seed : SEEDS) {
            var estate = Estate.of(seed).labelled();
            assertThat(estate.records()).hasSizeGreaterThanOrEqualTo(2_000);
            var score = identified(estate);
            print("labelled", estate, score);
            right += score.right().size();
            wrong += score.wrong().size();
            missed += score.missed().size();
        }
        assertGood(right, wrong, missed);
    }

    /** Of what nobody can tell, most is missed, and nothing may be guessed. */
    @Test
    void guessesNothingWhereNobodyCanTell() {
        var right = 0;
        var wrong = 0;
        var missed = 0;
        for (var seed : SEEDS) {
            var estate = Estate.of(seed);
            var score = identified(estate);
            print("whole", estate, score);
            var tellable = new Tellable(estate.records());
            right += score.right().size();
            wrong += score.wrong().size();
            missed += (int) score.missed().stream().filter(tellable::test).count();
        }
        assertGood(right, wrong, missed);
    }

    private static void assertGood(int right, int wrong, int missed) {
        var precision = (double) right / (right + wrong);
        var recall = (double) right / (right + missed);
        System.out.printf(
                Locale.ROOT,
                "pairs: %d right, %d wrong, %d missed; precision %.4f, recall %.4f%n",
                right,
                wrong,
                missed,
                precision,
                recall);
        assertThat(precision).as("precision").isGreaterThanOrEqualTo(0.999);
        assertThat(recall).as("recall").isGreaterThanOrEqualTo(0.98);
    }

    private static PairScore identified(Estate estate) {
        var facts = estate.records().stream().map(Labelled::facts).toList();
        var identified = Identification.of(facts, _ -> RuleOrder.DEFAULT, List.of());
        return PairScore.of(estate.records(), identified.clusters());
    }

    private static void print(String what, Estate estate, PairScore score) {
        var out =
                new StringBuilder(
                        "seed %d, %s: %d machines, %d records%n"
                                .formatted(
                                        estate.seed(),
                                        what,
                                        estate.machines().size(),
                                        estate.records().size()));
        for (var kind : HardCase.values()) {
            out.append("  ").append(score.of(kind).line(kind.name())).append('\n');
        }
        out.append("  ").append(score.line("ALL")).append('\n');
        var tellable = new Tellable(estate.records());
        var told = score.missed().stream().filter(tellable::test).toList();
        out.append("  ")
                .append(new PairScore(score.right(), score.wrong(), told).line("TELLABLE"))
                .append('\n');
        score.wrong().stream()
                .limit(SHOWN_MAX)
                .forEach(p -> out.append("  WRONG ").append(p.shown()).append('\n'));
        score.missed().stream()
                .limit(SHOWN_MAX)
                .forEach(p ->
                        out.append(tellable.test(p) ? "  MISSED " : "  UNTELLABLE ")
                                .append(p.shown())
                                .append('\n'));
        System.out.print(out);
    }
}
