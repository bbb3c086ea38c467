package io.penstock.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tree → checked tree: every field exists, every operator and value fits its field. */
public final class Checker {

    private final FieldCatalogue catalogue;
    private final UnknownNames names;
    private final ConditionReader conditions;

    private Checker(FieldCatalogue catalogue, ConditionReader conditions) {
        this.catalogue = catalogue;
        this.names = new UnknownNames(catalogue);
        this.conditions = conditions;
    }

    /**
     * @param now what relative dates such as {@code now-7d} count from
     * @throws QueryException naming the first part that does not fit
     */
    public static CheckedQuery check(Query query, FieldCatalogue catalogue, Instant now) {
        var checker = new Checker(catalogue, new ConditionReader(now));
        return new CheckedQuery(checker.check(query, Scope.OUTERMOST));
    }

    private CheckedQuery.Node check(Query query, Scope scope) {
        return switch (query) {
            case Query.All _ -> new CheckedQuery.All();
            case Query.And and -> new CheckedQuery.And(checkAll(and.parts(), scope));
            case Query.Or or -> new CheckedQuery.Or(checkAll(or.parts(), scope));
            case Query.Not not -> new CheckedQuery.Not(check(not.part(), scope));
            case Query.Words words -> words(words, scope);
            case Query.Term term -> term(term, scope);
            case Query.Group group -> group(group, scope);
        };
    }

    /** A loop and not a stream: deep queries recurse through here. */
    private List<CheckedQuery.Node> checkAll(List<Query> parts, Scope scope) {
        var nodes = new ArrayList<CheckedQuery.Node>();
        for (var part : parts) {
            nodes.add(check(part, scope));
        }
        return nodes;
    }

    private CheckedQuery.Node term(Query.Term term, Scope scope) {
        var name = scope.name(term.field());
        var field = catalogue.field(name).orElseThrow(() -> unknown(term, name, scope));
        var shape = withoutEntered(field.shape(), scope, term.place());
        return new CheckedQuery.Test(
                field.type(), shape, conditions.read(field, term.predicate(), term.place()));
    }

    private static SqlShape withoutEntered(SqlShape shape, Scope scope, Place place) {
        if (!scope.holds(shape)) {
            throw new QueryException(
                    place.column(),
                    "This field is not part of the group around it.",
                    "Write it outside of the group.");
        }
        return shape.inside(scope.frames().size());
    }

    private QueryException unknown(Query.Term term, String name, Scope scope) {
        if (catalogue.group(name)) {
            return new QueryException(
                    term.place().column(),
                    "'" + term.field() + "' is a group of fields.",
                    "Write: " + term.field() + ":(field:value)");
        }
        return names.refused(term.field(), name, scope.path(), term.place());
    }

    private CheckedQuery.Node group(Query.Group group, Scope scope) {
        var path = scope.name(group.path());
        if (!catalogue.group(path)) {
            throw notAGroup(group, path, scope);
        }
        var inside = scope.entered(path, catalogue);
        var entered = inside.frames().subList(scope.frames().size(), inside.frames().size());
        var part = check(group.part(), inside);
        return entered.isEmpty() ? part : new CheckedQuery.Within(entered, part);
    }

    private QueryException notAGroup(Query.Group group, String path, Scope scope) {
        if (catalogue.field(path).isPresent()) {
            return new QueryException(
                    group.place().column(),
                    "'" + group.path() + "' is a field, not a group.",
                    "Several values are written as a list: " + group.path() + ":[a, b]");
        }
        return names.refused(group.path(), path, scope.path(), group.place());
    }

    private CheckedQuery.Node words(Query.Words words, Scope scope) {
        var first = words.values().getFirst();
        if (!scope.path().isEmpty() || catalogue.words().isEmpty()) {
            throw new QueryException(
                    first.place().column(),
                    "Expected a field before '" + first.text() + "'.",
                    "Write: field:value");
        }
        return joined(words.values(), this::word, CheckedQuery.And::new);
    }

    private CheckedQuery.Node word(Value value) {
        return joined(catalogue.words(), field -> word(field, value), CheckedQuery.Or::new);
    }

    private static CheckedQuery.Node word(QueryField field, Value value) {
        var shape = field.shape().matching(field.shape().match().anywhere());
        var condition = TextConditions.read(Operator.MATCHES, value, shape.match());
        return new CheckedQuery.Test(field.type(), shape, condition);
    }

    private static <T> CheckedQuery.Node joined(
            List<T> items,
            Function<T, CheckedQuery.Node> check,
            Function<List<CheckedQuery.Node>, CheckedQuery.Node> join) {
        var nodes = items.stream().map(check).toList();
        return nodes.size() == 1 ? nodes.getFirst() : join.apply(nodes);
    }
}
