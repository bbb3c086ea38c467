package io.penstock.platform.search;

import io.penstock.platform.search.Facts.Thing;
import io.penstock.query.FieldType;
import io.penstock.query.Operator;
import io.penstock.query.Predicate;
import io.penstock.query.Query;
import io.penstock.query.QueryField;
import io.penstock.query.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a query means, said as plainly as possible and without SQL: the tree is walked over the
 * facts of one thing. It shares the parser and the fields' names and types with the product, no
 * more.
 */
final class PlainMeaning {

    /** Groups whose parentheses speak of one and the same part. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "asset.inventory", "record",
                    "inventory", "record",
                    "connector", "record",
                    "asset.tag", "tag",
                    "asset.tags", "tag",
                    "tags", "tag",
                    "finding.riskacceptance", "decision",
                    "finding", Facts.FINDING,
                    "vulnerabilities", Facts.FINDING);

    private final Map<String, QueryField> fields = new HashMap<>();
    private final List<String> words;

    /**
     * @param words the fields that values without a field are looked for in
     */
    PlainMeaning(List<QueryField> fields, List<String> words) {
        this.words = words;
        for (var field : fields) {
            this.fields.put(field.name().toLowerCase(Locale.ROOT), field);
            field.aliases().forEach(a -> this.fields.put(a.toLowerCase(Locale.ROOT), field));
        }
    }

    boolean holds(Query query, Thing thing) {
        return holds(query, "", thing);
    }

    private boolean holds(Query query, String path, Thing thing) {
        return switch (query) {
            case Query.All _ -> true;
            case Query.And and -> and.parts().stream().allMatch(p -> holds(p, path, thing));
            case Query.Or or -> or.parts().stream().anyMatch(p -> holds(p, path, thing));
            case Query.Not not -> !holds(not.part(), path, thing);
            case Query.Group group -> group(group, join(path, group.path()), thing);
            case Query.Term term -> term(term, join(path, term.field()), thing);
            case Query.Words all -> all.values().stream().allMatch(word -> word(word, thing));
        };
    }

    private boolean group(Query.Group group, String path, Thing thing) {
        var kind = PARTS.get(path.toLowerCase(Locale.ROOT));
        if (kind == null || (kind.equals(Facts.FINDING) && !thing.parts().containsKey(kind))) {
            return holds(group.part(), path, thing);
        }
        return thing.every(kind).stream().anyMatch(part -> holds(group.part(), path, part));
    }

    private boolean term(Query.Term term, String name, Thing thing) {
        var field = fields.get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        var actual = thing.all(field.name());
        return switch (term.predicate()) {
            case Predicate.Missing _ -> actual.isEmpty();
            case Predicate.Present _ -> !actual.isEmpty();
            case Predicate.Compare compare ->
                    actual.stream()
                            .anyMatch(a -> fits(field, compare.operator(), compare.value(), a));
            case Predicate.AnyOf any ->
                    actual.stream()
                            .anyMatch(a ->
                                    any.values().stream()
                                            .anyMatch(v -> fits(field, Operator.MATCHES, v, a)));
            case Predicate.Between range -> actual.stream().anyMatch(a -> within(field, range, a));
        };
    }

    private static boolean within(QueryField field, Predicate.Between range, String actual) {
        var low = range.inclusive() ? Operator.AT_LEAST : Operator.GREATER;
        var high = range.inclusive() ? Operator.AT_MOST : Operator.LESS;
        return fits(field, low, range.from(), actual) && fits(field, high, range.to(), actual);
    }

    private static boolean fits(QueryField field, Operator operator, Value value, String actual) {
        return field.type() == FieldType.TEXT
                ? PlainText.fits(field.name(), operator, value, actual)
                : PlainNumbers.fits(field.type(), operator, value.text(), actual);
    }

    private boolean word(Value word, Thing thing) {
        return words.stream()
                .anyMatch(field ->
                        thing.all(field).stream().anyMatch(a -> PlainText.found(field, word, a)));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
