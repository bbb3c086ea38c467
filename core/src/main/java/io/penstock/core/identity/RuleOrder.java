package io.penstock.core.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * The rules that one connection uses, in order (S-057 to S-060).
 *
 * @param enabledInOrder those switched on, the native key first
 */
public record RuleOrder(List<IdentificationRule> enabledInOrder) {

    /** The system's rules that are on by default. */
    public static final RuleOrder DEFAULT =
            new RuleOrder(
                    SystemRules.ALL.stream().filter(IdentificationRule::onByDefault).toList());

    public RuleOrder {
        enabledInOrder = List.copyOf(enabledInOrder);
    }

    /** One line of a connection's list: a rule's key, and whether it is on. */
    public record Choice(String rule, boolean on) {}

    /**
     * Checks what a person chose. Rules that the choice does not name are off; the native key is
     * first and on whether it is named or not.
     *
     * @param known the system's rules and the tenant's own
     * @throws io.penstock.core.fault.FaultException kind CONFIGURATION, code {@code
     *     IDENTIFICATION_RULES}: an unknown rule, one named twice, the native key moved or off, or
     *     no other one on
     */
    public static RuleOrder of(Collection<IdentificationRule> known, List<Choice> chosen) {
        var byKey = new HashMap<String, IdentificationRule>();
        known.forEach(rule -> byKey.put(rule.key(), rule));
        var seen = new HashSet<String>();
        var enabled = new ArrayList<IdentificationRule>(List.of(SystemRules.NATIVE_KEY));
        for (var choice : chosen) {
            var rule = byKey.get(choice.rule());
            if (rule == null) {
                throw refused(
                        "There is no identification rule '" + choice.rule() + "'.",
                        "Look up the rules there are.");
            }
            if (!seen.add(rule.key())) {
                throw refused(
                        "The identification rule '" + rule.key() + "' is in the list twice.",
                        "Name it once.");
            }
            if (rule.locked()) {
                lockedStays(rule, choice, seen.size());
            } else if (choice.on()) {
                enabled.add(rule);
            }
        }
        return withOneOn(enabled);
    }

    private static void lockedStays(IdentificationRule rule, Choice choice, int place) {
        if (!choice.on() || place != 1) {
            throw refused(
                    "The identification rule '" + rule.key() + "' is always on and always first.",
                    "Leave it at the top, switched on, or leave it out of the list.");
        }
    }

    private static RuleOrder withOneOn(List<IdentificationRule> enabled) {
        if (enabled.size() == 1) {
            throw refused(
                    "All identification rules beside the native key are off.",
                    "Leave at least one on.");
        }
        return new RuleOrder(enabled);
    }

    private static FaultException refused(String message, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, "IDENTIFICATION_RULES", message, hint);
    }
}
