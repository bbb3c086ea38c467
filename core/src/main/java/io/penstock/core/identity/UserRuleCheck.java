package io.penstock.core.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refuses rules of people that could not work, each with one sentence. */
final class UserRuleCheck {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");
    private static final int LABEL_MAX = 100;
    private static final int EXPLANATION_MAX = 500;
    private static final int SHOWN_MAX = 40;

    private UserRuleCheck() {}

    static void words(String key, String label, String explanation) {
        if (!KEY.matcher(key).matches()) {
            throw refused(
                    "The key '" + shown(key) + "' of an identification rule is not one.",
                    "Use 1 to 64 lower-case letters, digits and hyphens.");
        }
        if (SystemRules.ALL.stream().anyMatch(rule -> rule.key().equals(key))) {
            throw refused("The system has a rule '" + key + "' already.", "Choose another key.");
        }
        if (label.isBlank() || label.strip().length() > LABEL_MAX) {
            throw refused(
                    "The label of an identification rule has " + label.length() + " characters.",
                    "Give it 1 to " + LABEL_MAX + " that are not all blank.");
        }
        if (explanation.strip().length() > EXPLANATION_MAX) {
            throw refused(
                    "The explanation of an identification rule has "
                            + explanation.length()
                            + " characters.",
                    "Use at most " + EXPLANATION_MAX + ".");
        }
    }

    static List<Identifier> attributes(List<String> keys) {
        if (keys.isEmpty() || keys.size() > IdentificationRule.ATTRIBUTES_MAX) {
            throw refused(
                    "An identification rule with " + keys.size() + " attributes is not possible.",
                    "Choose 1 to " + IdentificationRule.ATTRIBUTES_MAX + ".");
        }
        var chosen = EnumSet.noneOf(Identifier.class);
        for (var key : keys) {
            if (!chosen.add(known(key))) {
                throw refused("The attribute '" + key + "' is in the rule twice.", "Name it once.");
            }
        }
        if (chosen.equals(EnumSet.of(Identifier.IP))
                || chosen.equals(EnumSet.of(Identifier.NETWORK))) {
            throw refused(
                    "The "
                            + chosen.iterator().next().label()
                            + " alone does not identify a machine.",
                    "Add an attribute, such as hostname.");
        }
        return List.copyOf(chosen);
    }

    private static Identifier known(String key) {
        return Identifier.find(key)
                .orElseThrow(() ->
                        refused(
                                "'" + shown(key) + "' is not an attribute of identification rules.",
                                "Use one of "
                                        + Arrays.stream(Identifier.values())
                                                .map(Identifier::key)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static FaultException refused(String message, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, "IDENTIFICATION_RULE", message, hint);
    }

    private static String shown(String text) {
        return Shown.of(text, SHOWN_MAX);
    }
}
