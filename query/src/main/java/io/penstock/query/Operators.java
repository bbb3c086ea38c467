package io.penstock.query;

import io.penstock.query.Suggestion.Kind;

import java.util.ArrayList;
import java.util.List;

/** What may stand between a name and its value, by the field's type. */
final class Operators {

    /** Behind the other operators that need an order, and the list. */
    private static final int RANGE_AT = 6;

    private Operators() {}

    /**
     * @param lead what is kept before the operator: the name, or nothing when it stands already
     */
    static List<Suggestion> after(String name, String lead, Slot.Operand place, Names names) {
        var all = new ArrayList<Suggestion>();
        names.field(name, place.scope()).ifPresent(field -> all.addAll(of(field, lead)));
        if (place.deeper() && names.group(name, place.scope())) {
            all.add(operator(lead, ":(", "one and the same of several, or a group of fields"));
        } else if (!all.isEmpty()) {
            names.field(name, place.scope())
                    .filter(ConditionReader::ordered)
                    .ifPresent(_ ->
                            all.add(RANGE_AT, operator(lead, ":(", "between, both ends excluded")));
        }
        return all;
    }

    private static List<Suggestion> of(QueryField field, String lead) {
        var all = new ArrayList<Suggestion>();
        all.add(operator(lead, ":", matches(field)));
        if (ConditionReader.ordered(field)) {
            all.add(operator(lead, ">", "more than, later than"));
            all.add(operator(lead, ">=", "at least, not before"));
            all.add(operator(lead, "<", "less than, earlier than"));
            all.add(operator(lead, "<=", "at most, not after"));
        }
        if (field.type() != FieldType.BOOLEAN) {
            all.add(operator(lead, ":[", list(field)));
        }
        all.add(operator(lead, "=", "is this whole value"));
        all.add(nulls(lead, "is null", "has no value"));
        all.add(nulls(lead, "is not null", "has a value"));
        return all;
    }

    private static String matches(QueryField field) {
        return switch (field.type()) {
            case TEXT -> "matches, in the way of the value's quotes";
            case DATE -> "within this year, month, day, minute or second";
            case ENUM, NUMBER, BOOLEAN, UUID -> "is";
        };
    }

    private static String list(QueryField field) {
        return ConditionReader.ordered(field)
                ? "any of these, or from one to another"
                : "any of these";
    }

    private static Suggestion operator(String lead, String symbol, String says) {
        return Suggestion.of(Kind.OPERATOR, lead + symbol, symbol, says);
    }

    private static Suggestion nulls(String lead, String words, String says) {
        var text = lead.isEmpty() ? words : lead + " " + words;
        return Suggestion.of(Kind.OPERATOR, text + " ", words, says);
    }
}
