package io.penstock.platform.console.identification;

import io.penstock.core.identity.IdentificationRule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules by the words that people know them by. */
public record RuleLabels(Map<String, String> byKey) {

    static RuleLabels of(List<IdentificationRule> rules) {
        return new RuleLabels(
                rules.stream()
                        .collect(
                                Collectors.toMap(
                                        IdentificationRule::key, IdentificationRule::label)));
    }

    /** The key itself for a rule that is no more. */
    public String of(String key) {
        return byKey.getOrDefault(key, key);
    }
}
