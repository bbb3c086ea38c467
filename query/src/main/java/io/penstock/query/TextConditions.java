package io.penstock.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of text fields as conditions. */
final class TextConditions {

    private TextConditions() {}

    static Condition read(Operator operator, Value value, TextMatch match) {
        if (value instanceof Value.Bare bare && bare.starred()) {
            return new Condition.Like(starred(folded(bare.text(), match)));
        }
        return whole(operator, value, match)
                ? new Condition.Whole(List.of(folded(value.text(), match)))
                : new Condition.Like("%" + escaped(folded(value.text(), match)) + "%");
    }

    /** Whole values become one list; patterns stay apart. */
    static Condition anyOf(List<Value> values, TextMatch match) {
        var whole = new ArrayList<Object>();
        var conditions = new ArrayList<Condition>();
        for (var value : values) {
            var condition = read(Operator.MATCHES, value, match);
            if (condition instanceof Condition.Whole one) {
                whole.addAll(one.values());
            } else {
                conditions.add(condition);
            }
        }
        if (!whole.isEmpty()) {
            conditions.addFirst(new Condition.Whole(whole));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.Either(conditions);
    }

    private static boolean whole(Operator operator, Value value, TextMatch match) {
        return switch (value) {
            case Value.Exact _ -> true;
            case Value.Phrase _ -> operator == Operator.EQUALS;
            case Value.Bare _ ->
                    operator == Operator.EQUALS
                            || match == TextMatch.KEY
                            || match == TextMatch.UPPER_KEY;
        };
    }

    private static String folded(String text, TextMatch match) {
        return match == TextMatch.UPPER_KEY ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String starred(String text) {
        var from = text.startsWith("*") ? 1 : 0;
        var until = Math.max(from, text.length() - (text.endsWith("*") ? 1 : 0));
        return (from > 0 ? "%" : "")
                + escaped(text.substring(from, until))
                + (text.endsWith("*") ? "%" : "");
    }

    /** LIKE's own escape character is the backslash. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
