package io.penstock.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tree → checked tree: every field exists, every operator and value fits its field. */
public final class Checker {

    private final FieldCatalogue catalogue;
    private final ConditionReader conditions;

    private Checker(FieldCatalogue catalogue, ConditionReader conditions) {
        this.catalogue = catalogue;
        this.conditions = conditions;
    }

    /**
     * @param now what relative dates such as {@code now-7d} count from
     * @throws QueryException naming the first part that does not fit
     */
    public static CheckedQuery check(Query query, FieldCatalogue catalogue, Instant now) {
        var checker = new Checker(catalogue, new ConditionReader(new DateReader(now)));
        return new CheckedQuery(checker.check(query, new Scope("", List.of())));
    }

    /**
     * Where a name is resolved.
     *
     * @param path of the groups around, joined by dots
     * @param frames entered by those groups
     */
    private record Scope(String path, List<Frame> frames) {

        String name(String child) {
            return path.isEmpty() ? child : path + "." + child;
        }
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
        var field = catalogue.field(name).orElseThrow(() -> unknown(term, name));
        var shape = withoutEntered(field.shape(), scope, term.place());
        return new CheckedQuery.Test(
                field.type(), shape, conditions.read(field, term.predicate(), term.place()));
    }

    private static SqlShape withoutEntered(SqlShape shape, Scope scope, Place place) {
        var entered = scope.frames().size();
        if (shape.frames().size() < entered
                || !shape.frames().subList(0, entered).equals(scope.frames())) {
            throw new QueryException(
                    place.column(), "This field is not part of the group around it.", "");
        }
        return new SqlShape(
                shape.expression(),
                shape.frames().subList(entered, shape.frames().size()),
                shape.match());
    }

    private QueryException unknown(Query.Term term, String name) {
        if (catalogue.group(name)) {
            return new QueryException(
                    term.place().column(),
                    "'" + term.field() + "' is a group of fields.",
                    "Write: " + term.field() + ":(field:value)");
        }
        return unknownName(term.field(), name, term.place());
    }

    private QueryException unknownName(String written, String name, Place place) {
        var hint =
                catalogue
                        .nearest(name)
                        .filter(near -> !near.equalsIgnoreCase(written))
                        .map(near -> "Did you mean " + near + "?");
        return new QueryException(
                place.column(), "There is no field '" + written + "' here.", hint.orElse(""));
    }

    private CheckedQuery.Node group(Query.Group group, Scope scope) {
        var path = scope.name(group.path());
        if (!catalogue.group(path)) {
            throw notAGroup(group, path);
        }
        var frame = catalogue.frame(path);
        if (frame.isEmpty()) {
            return check(group.part(), new Scope(path, scope.frames()));
        }
        var entered = new Scope(path, List.of(frame.get()));
        return new CheckedQuery.Within(frame.get(), check(group.part(), entered));
    }

    private QueryException notAGroup(Query.Group group, String path) {
        if (catalogue.field(path).isPresent()) {
            return new QueryException(
                    group.place().column(),
                    "'" + group.path() + "' is a field, not a group.",
                    "Several values are written as a list: " + group.path() + ":[a, b]");
        }
        return unknownName(group.path(), path, group.place());
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
