package io.penstock.platform.console.identification;

import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.Identifier;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule, and in how many connections it is on.
 *
 * @param attributes in words, such as {@code host name and MAC address}
 */
public record RuleUse(IdentificationRule rule, String attributes, long on, long of) {

    static List<RuleUse> of(List<IdentificationRule> rules, List<ConnectionUse> uses) {
        return rules.stream().map(rule -> of(rule, uses)).toList();
    }

    private static RuleUse of(IdentificationRule rule, List<ConnectionUse> uses) {
        return new RuleUse(
                rule,
                attributes(rule),
                uses.stream().filter(use -> rule.locked() || use.on().contains(rule.key())).count(),
                uses.size());
    }

    static String attributes(IdentificationRule rule) {
        return rule.attributes().isEmpty()
                ? "the source's own key"
                : rule.attributes().stream()
                        .map(Identifier::label)
                        .collect(Collectors.joining(" and "));
    }
}
