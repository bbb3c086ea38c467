package io.penstock.query;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Tree → text that parses to the same tree. */
public final class QueryPrinter {

    private QueryPrinter() {}

    public static String print(Query query) {
        return switch (query) {
            case Query.All _ -> "";
            case Query.And and -> joined(and.parts(), " and ");
            case Query.Or or -> joined(or.parts(), " or ");
            case Query.Not not -> "not " + enclosed(not.part());
            case Query.Group group -> name(group.path()) + ":(" + print(group.part()) + ")";
            case Query.Term term -> name(term.field()) + print(term.predicate());
            case Query.Words words -> values(words.values(), " ");
        };
    }

    /** A loop and not a stream: deep queries recurse through here. */
    private static String joined(List<Query> parts, String word) {
        var text = new StringJoiner(word);
        for (var part : parts) {
            text.add(enclosed(part));
        }
        return text.toString();
    }

    private static String enclosed(Query part) {
        return part instanceof Query.And || part instanceof Query.Or
                ? "(" + print(part) + ")"
                : print(part);
    }

    /**
     * A word that begins with a digit goes on over a colon, as in 10:30, so that a blank ends it.
     */
    private static String name(String field) {
        return Character.isDigit(field.charAt(0)) ? field + " " : field;
    }

    private static String print(Predicate predicate) {
        return switch (predicate) {
            case Predicate.Compare compare -> compare.operator().symbol() + print(compare.value());
            case Predicate.AnyOf any -> ":[" + values(any.values(), ", ") + "]";
            case Predicate.Between range ->
                    (range.inclusive() ? ":[" : ":(")
                            + print(range.from())
                            + " .. "
                            + print(range.to())
                            + (range.inclusive() ? "]" : ")");
            case Predicate.Missing _ -> " is null";
            case Predicate.Present _ -> ":*";
        };
    }

    private static String values(List<Value> values, String separator) {
        return values.stream().map(QueryPrinter::print).collect(Collectors.joining(separator));
    }

    private static String print(Value value) {
        return switch (value) {
            case Value.Exact exact -> quoted(exact.text(), "`");
            case Value.Phrase phrase -> quoted(phrase.text(), "\"");
            case Value.Bare bare -> bare.text();
        };
    }

    private static String quoted(String text, String quote) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
