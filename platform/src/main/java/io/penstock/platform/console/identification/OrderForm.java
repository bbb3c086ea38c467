package io.penstock.platform.console.identification;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.IdentificationRule;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.core.identity.SystemRules;
import io.penstock.platform.identity.ConnectionRules.Line;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The order of a connection's rules as the form sends it.
 *
 * @param choices the native key first
 */
record OrderForm(List<Choice> choices) {

    private static final int RULES_MAX = 100;

    OrderForm {
        choices = List.copyOf(choices);
    }

    /**
     * @param rule keys in order
     * @param on keys of those that are on
     * @throws FaultException CONFIGURATION for more lines than there can be
     */
    static OrderForm of(@Nullable List<String> rule, @Nullable List<String> on) {
        var keys = rule == null ? List.<String>of() : rule;
        if (keys.size() > RULES_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "RULES_LIST",
                    "The list has " + keys.size() + " rules, at most " + RULES_MAX + " are taken.",
                    "Load the page again.");
        }
        var chosen = new HashSet<>(on == null ? List.<String>of() : on);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(SystemRules.NATIVE_KEY.key(), true));
        keys.stream()
                .filter(key -> !key.equals(SystemRules.NATIVE_KEY.key()))
                .forEach(key -> choices.add(new Choice(key, chosen.contains(key))));
        return new OrderForm(choices);
    }

    /**
     * One step for browsers without scripts.
     *
     * @param step {@code up:key} or {@code down:key}
     */
    OrderForm moved(String step) {
        var key = step.substring(step.indexOf(':') + 1);
        var moved = new ArrayList<>(choices);
        for (var at = 1; at < moved.size(); at++) {
            var to = step.startsWith("up:") ? at - 1 : at + 1;
            if (moved.get(at).rule().equals(key) && to >= 1 && to < moved.size()) {
                Collections.swap(moved, at, to);
                break;
            }
        }
        return new OrderForm(moved);
    }

    /** The lines of the form; rules that it does not know of stand at the end and are off. */
    List<Line> lines(List<IdentificationRule> known) {
        var open = new LinkedHashMap<String, IdentificationRule>();
        known.forEach(rule -> open.put(rule.key(), rule));
        var lines = new ArrayList<Line>();
        for (var choice : choices) {
            var rule = open.remove(choice.rule());
            if (rule != null) {
                lines.add(new Line(rule, choice.on()));
            }
        }
        open.values().forEach(rule -> lines.add(new Line(rule, false)));
        return lines;
    }
}
