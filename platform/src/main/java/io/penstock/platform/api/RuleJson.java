package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.Identifier;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.identity.IdentificationRules.TypedRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * An identification rule as the API shows it.
 *
 * @param attributes keys of identifiers, all of which two records must share
 * @param system true for Penstock's own, which nobody changes
 * @param locked true when it is always on and always first
 */
record RuleJson(
        String key,
        String label,
        String explanation,
        List<String> attributes,
        boolean system,
        boolean locked,
        boolean onByDefault) {

    /** Most rules a list may name. */
    private static final int CHOICES_MAX = 100;

    static RuleJson of(IdentificationRule rule) {
        return new RuleJson(
                rule.key(),
                rule.label(),
                rule.explanation(),
                rule.attributes().stream().map(Identifier::key).toList(),
                rule.system(),
                rule.locked(),
                rule.onByDefault());
    }

    /**
     * A rule as a person types it.
     *
     * @param attributes 1 to 3 keys of identifiers
     */
    record RuleInput(
            @Nullable String label,
            @Nullable String explanation,
            @Nullable List<@Nullable String> attributes) {

        TypedRule typed() {
            var given = attributes == null ? List.<@Nullable String>of() : attributes;
            var keys = new ArrayList<String>();
            given.forEach(key -> keys.add(key == null ? "" : key));
            return new TypedRule(
                    label == null ? "" : label, explanation == null ? "" : explanation, keys);
        }
    }

    /** One line of an order: a rule's key, and whether it is on. */
    record ChoiceInput(@Nullable String rule, @Nullable Boolean on) {}

    /**
     * @throws FaultException CONFIGURATION for no list, a line without a rule, or too many lines
     */
    static List<Choice> choices(@Nullable List<@Nullable ChoiceInput> rules) {
        if (rules == null || rules.size() > CHOICES_MAX) {
            throw fault("The body needs a list 'rules' of at most " + CHOICES_MAX + " lines.");
        }
        var choices = new ArrayList<Choice>();
        for (var line : rules) {
            if (line == null || line.rule() == null || line.on() == null) {
                throw fault("Line " + (choices.size() + 1) + " of 'rules' lacks 'rule' or 'on'.");
            }
            choices.add(new Choice(line.rule(), line.on()));
        }
        return choices;
    }

    private static FaultException fault(String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, "RULES_LIST", sentence, "");
    }
}
