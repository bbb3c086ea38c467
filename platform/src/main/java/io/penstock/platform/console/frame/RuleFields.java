package io.penstock.platform.console.frame;

import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.identity.ConnectionRules.Line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads the order of rules from a form. Each rule has a field {@code place.<rule>} with its place
 * and, when it is on, a field {@code on.<rule>}; a button {@code up.<rule>} or {@code down.<rule>}
 * moves it by one. The locked rule stays first and on.
 */
public final class RuleFields {

    private static final int PLACE_DIGITS_MAX = 4;

    private RuleFields() {}

    private record Placed(Choice choice, int place, boolean locked) {}

    /**
     * @param lines the rules as they stand; those that the form does not name are off
     * @param fields of the form; others than those of the rules are not looked at
     * @param way the button that was used
     */
    public static List<Choice> read(List<Line> lines, Map<String, String> fields, String way) {
        var placed = new ArrayList<Placed>();
        for (var line : lines) {
            var key = line.rule().key();
            var on = line.rule().locked() || fields.containsKey("on." + key);
            placed.add(
                    new Placed(
                            new Choice(key, on),
                            place(fields.getOrDefault("place." + key, ""), placed.size()),
                            line.rule().locked()));
        }
        placed.sort(
                Comparator.comparing((Placed one) -> !one.locked())
                        .thenComparingInt(Placed::place));
        move(placed, way);
        return placed.stream().map(Placed::choice).toList();
    }

    private static void move(List<Placed> placed, String way) {
        for (var i = 0; i < placed.size(); i++) {
            var key = placed.get(i).choice().rule();
            var to = way.equals("up." + key) ? i - 1 : i + 1;
            if ((way.equals("up." + key) || way.equals("down." + key))
                    && to >= 0
                    && to < placed.size()
                    && !placed.get(i).locked()
                    && !placed.get(to).locked()) {
                placed.add(to, placed.remove(i));
                return;
            }
        }
    }

    private static int place(String typed, int otherwise) {
        var digits = !typed.isEmpty() && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && typed.length() <= PLACE_DIGITS_MAX ? Integer.parseInt(typed) : otherwise;
    }
}
