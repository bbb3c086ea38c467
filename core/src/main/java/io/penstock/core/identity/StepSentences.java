package io.penstock.core.identity;

import io.penstock.core.identity.RuleStep.Outcome;
import io.penstock.core.identity.RuleStep.Veto;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sentence of one rule tried on one record. */
final class StepSentences {

    private static final int VETOES_TOLD = 3;

    private StepSentences() {}

    /**
     * @param candidates assets, the chosen one first
     */
    static String of(Entry entry, Trial trial, Outcome outcome, List<UUID> candidates) {
        return switch (outcome) {
            case SKIPPED -> skipped(entry, trial.rule());
            case NO_MATCH -> noMatch(trial);
            case SUSPICIOUS -> suspicious(trial.shared().getFirst());
            case VETOED -> "The same %s, but %s.".formatted(compared(trial), vetoes(trial));
            case MATCHED ->
                    "The same %s as asset %s.".formatted(compared(trial), chosen(candidates));
            case AMBIGUOUS ->
                    "The same %s as %d assets; %s was taken by trust, equal identifiers, last seen, age."
                            .formatted(compared(trial), candidates.size(), chosen(candidates));
        };
    }

    private static String skipped(Entry entry, IdentificationRule rule) {
        var missing =
                rule.attributes().stream()
                        .filter(attribute -> entry.values(attribute).isEmpty())
                        .map(Identifier::label)
                        .toList();
        return missing.isEmpty()
                ? "Skipped: its values make more than " + RuleKeys.KEYS_MAX + " combinations."
                : "Skipped: it has no " + String.join(" and no ", missing) + " that counts.";
    }

    private static String noMatch(Trial trial) {
        return trial.compared().isEmpty()
                ? "No other record carries the same."
                : "The same " + compared(trial) + " is on no record that was judged before.";
    }

    private static String suspicious(SharedValue shared) {
        return "Does not count: %s, because %s.".formatted(shared.value(), shared.reason());
    }

    private static String vetoes(Trial trial) {
        return trial.vetoes().stream()
                .map(Veto::sentence)
                .distinct()
                .limit(VETOES_TOLD)
                .collect(Collectors.joining("; "));
    }

    /** The values that a rule found elsewhere too. */
    private static String compared(Trial trial) {
        return Sentences.list(
                trial.compared().stream()
                        .map(held -> Sentences.value(trial.rule(), held.values()))
                        .toList());
    }

    private static String chosen(List<UUID> candidates) {
        return "[" + Sentences.shortened(candidates.getFirst()) + "]";
    }
}
