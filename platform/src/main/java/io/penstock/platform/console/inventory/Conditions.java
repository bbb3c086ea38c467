package io.penstock.platform.console.inventory;

import io.penstock.query.Operator;
import io.penstock.query.Parser;
import io.penstock.query.Place;
import io.penstock.query.Predicate;
import io.penstock.query.Query;
import io.penstock.query.QueryException;
import io.penstock.query.QueryField;
import io.penstock.query.QueryPrinter;
import io.penstock.query.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conditions of a query that all must hold. Each can be taken away or replaced, and the rest
 * stays as it was written, but for blanks.
 */
record Conditions(List<Query> parts) {

    Conditions {
        parts = List.copyOf(parts);
    }

    /**
     * @throws QueryException when the text is not a query
     */
    static Conditions of(String query) {
        return switch (Parser.parse(query)) {
            case Query.All _ -> new Conditions(List.of());
            case Query.And and -> new Conditions(and.parts());
            case Query one -> new Conditions(List.of(one));
        };
    }

    /** As text; empty without any. */
    String text() {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> QueryPrinter.print(parts.getFirst());
            default -> QueryPrinter.print(new Query.And(parts));
        };
    }

    boolean has(Query part) {
        return parts.contains(part);
    }

    Conditions with(Query part) {
        return new Conditions(Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    Conditions without(Query part) {
        return new Conditions(parts.stream().filter(one -> !one.equals(part)).toList());
    }

    /** Without the terms that ask for this field. */
    Conditions without(QueryField field) {
        return new Conditions(parts.stream().filter(part -> !asksFor(part, field)).toList());
    }

    /** The values of the terms that ask whether the field has one of them. */
    List<Value> chosen(QueryField field) {
        return parts.stream()
                .filter(part -> asksFor(part, field))
                .flatMap(part -> values(((Query.Term) part).predicate()))
                .toList();
    }

    /** The field has the value, or one of those that were chosen before; a range stands alone. */
    Conditions choosing(QueryField field, Query.Term term) {
        var wanted = values(term.predicate()).toList();
        var values = new ArrayList<Value>(wanted.isEmpty() ? List.of() : chosen(field));
        values.addAll(wanted);
        var predicate = values.size() > 1 ? new Predicate.AnyOf(values) : term.predicate();
        return without(field).with(new Query.Term(term.field(), predicate, new Place(1)));
    }

    /** The field need not have the value any more. */
    Conditions dropping(QueryField field, Query.Term term) {
        var gone = values(term.predicate()).map(Value::text).toList();
        var left = chosen(field).stream().filter(value -> !isAmong(gone, value.text())).toList();
        var rest = without(field);
        return left.isEmpty()
                ? rest
                : rest.with(new Query.Term(term.field(), predicate(left), new Place(1)));
    }

    /** True when the field may have the value of the term. */
    boolean chose(QueryField field, Query.Term term) {
        var wanted = values(term.predicate()).map(Value::text).toList();
        return has(term) || chosen(field).stream().anyMatch(value -> isAmong(wanted, value.text()));
    }

    private static Predicate predicate(List<Value> values) {
        return values.size() > 1
                ? new Predicate.AnyOf(values)
                : new Predicate.Compare(Operator.MATCHES, values.getFirst());
    }

    private static Stream<Value> values(Predicate predicate) {
        return switch (predicate) {
            case Predicate.AnyOf any -> any.values().stream();
            case Predicate.Compare compare
                    when compare.operator() == Operator.MATCHES
                            || compare.operator() == Operator.EQUALS ->
                    Stream.of(compare.value());
            default -> Stream.of();
        };
    }

    private static boolean asksFor(Query part, QueryField field) {
        return part instanceof Query.Term term
                && Stream.concat(Stream.of(field.name()), field.aliases().stream())
                        .anyMatch(term.field()::equalsIgnoreCase);
    }

    private static boolean isAmong(List<String> texts, String text) {
        return texts.stream().anyMatch(text::equalsIgnoreCase);
    }
}
