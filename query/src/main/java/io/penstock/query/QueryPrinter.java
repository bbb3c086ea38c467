package io.penstock.query;

import java.util.List;
import java.util.stream.Collectors;

/** Tree → text that parses to the same tree. */
public final class QueryPrinter {

    private QueryPrinter() {}

    public static String print(Query query) {
        var text = new StringBuilder();
        write(query, text);
        return text.toString();
    }

    /** Deep queries recurse through here, so it takes one frame a level, two for and/or. */
    private static void write(Query query, StringBuilder text) {
        switch (query) {
            case Query.All _ -> {}
            case Query.And and -> join(and.parts(), " and ", text);
            case Query.Or or -> join(or.parts(), " or ", text);
            case Query.Not not -> {
                text.append("not ");
                join(List.of(not.part()), "", text);
            }
            case Query.Group group -> {
                text.append(name(group.path())).append(":(");
                write(group.part(), text);
                text.append(')');
            }
            case Query.Term term -> text.append(name(term.field())).append(print(term.predicate()));
            case Query.Words words -> text.append(values(words.values(), " "));
        }
    }

    /** And/or among the parts stand in parentheses. */
    private static void join(List<Query> parts, String word, StringBuilder text) {
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var enclosed = part instanceof Query.And || part instanceof Query.Or;
            text.append(i > 0 ? word : "").append(enclosed ? "(" : "");
            write(part, text);
            text.append(enclosed ? ")" : "");
        }
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

    static String print(Value value) {
        return switch (value) {
            case Value.Exact exact -> exact(exact.text());
            case Value.Phrase phrase -> quoted(phrase.text(), "\"");
            case Value.Bare bare -> bare.text();
        };
    }

    /** A value as the language writes it when the whole of it is meant. */
    public static String exact(String value) {
        return quoted(value, "`");
    }

    static String quoted(String text, String quote) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
