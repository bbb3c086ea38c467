package io.penstock.core.identity;

import io.penstock.core.identity.KeyIndex.Held;
import io.penstock.core.identity.RuleStep.Outcome;
import io.penstock.core.identity.RuleStep.Veto;

import java.util.List;

/**
 * A rule tried on one record, before assets have their names.
 *
 * @param compared the record's values that others carry too
 * @param candidates groups that match, the chosen one first
 * @param vetoes one for each group that does not count
 * @param shared why values were passed over
 */
record Trial(
        IdentificationRule rule,
        Outcome outcome,
        List<Held> compared,
        List<RuleGroup> candidates,
        List<Veto> vetoes,
        List<SharedValue> shared) {

    static Trial skipped(IdentificationRule rule) {
        return new Trial(rule, Outcome.SKIPPED, List.of(), List.of(), List.of(), List.of());
    }

    boolean decides() {
        return !candidates.isEmpty();
    }
}
