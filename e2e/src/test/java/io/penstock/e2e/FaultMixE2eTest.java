package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.e2e.FaultField.Trial;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The second promise under every fault the simulator knows: a run ends with what the tenant holds,
 * or says that it is incomplete and why, and closes nothing; without the faults the next run ends
 * with what the tenant holds.
 */
class FaultMixE2eTest {

    /** The gate runs a few mixes; {@code -Dpenstock.mixes=200} runs more. */
    private static final int MIXES = Integer.getInteger("penstock.mixes", 4);

    /** The gate takes each third form of a fault; {@code -Dpenstock.faults.each=1} takes all. */
    private static final int EACH = Integer.getInteger("penstock.faults.each", 3);

    private static final long FIRST_SEED = Long.getLong("penstock.mixes.seed", 1);

    @TempDir private Path folder;

    @Test
    void everyFaultAloneIsSurvived() {
        var mixes = FaultMix.alone(FaultyTenant.plain().switchboard());
        assertThat(mixes).hasSizeGreaterThan(45);
        var trials = new ArrayList<Trial>();
        try (var field = FaultField.start(folder)) {
            for (int i = 0; i < mixes.size(); i += EACH) {
                trials.add(shown(field.trial(mixes.get(i), 1_000 + i)));
            }
        }
        assertSurvived("faults alone", trials);
    }

    @Test
    void seededMixesAreSurvived() {
        var trials = new ArrayList<Trial>();
        try (var field = FaultField.start(folder)) {
            var board = FaultyTenant.plain().switchboard();
            for (long seed = FIRST_SEED; seed < FIRST_SEED + MIXES; seed++) {
                trials.add(shown(field.trial(FaultMix.drawn(board, seed), seed)));
            }
        }
        assertSurvived("seeded mixes", trials);
    }

    private static Trial shown(Trial trial) {
        System.out.println(
                (trial.survived() ? "survived " : "FAILED   ")
                        + String.format(Locale.ROOT, "%-11s ", trial.state())
                        + trial.mix()
                        + (trial.survived() ? "" : " " + trial.wrongs()));
        return trial;
    }

    private static void assertSurvived(String what, List<Trial> trials) {
        var survived = trials.stream().filter(Trial::survived).count();
        var states =
                trials.stream().collect(Collectors.groupingBy(Trial::state, Collectors.counting()));
        System.out.println(what + ": " + survived + " of " + trials.size() + " survived " + states);
        assertThat(trials.stream().filter(trial -> !trial.survived())).isEmpty();
    }
}
