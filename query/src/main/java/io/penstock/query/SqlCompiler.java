package io.penstock.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Checked tree → SQL. A row whose field is missing does not match, so {@code not} is "is not true":
 * what does not match, matches its negation.
 */
public final class SqlCompiler {

    private final Map<String, Object> binds = new LinkedHashMap<>();

    private SqlCompiler() {}

    public static CompiledQuery compile(CheckedQuery query) {
        var compiler = new SqlCompiler();
        var sql = compiler.node(query.root());
        return new CompiledQuery(sql, compiler.binds);
    }

    private String node(CheckedQuery.Node node) {
        return switch (node) {
            case CheckedQuery.All _ -> "true";
            case CheckedQuery.And and -> joined(and.parts(), " and ");
            case CheckedQuery.Or or -> joined(or.parts(), " or ");
            case CheckedQuery.Not not -> "(" + node(not.part()) + ") is not true";
            case CheckedQuery.Within within -> framed(within.frames(), node(within.part()));
            case CheckedQuery.Test test -> test(test);
        };
    }

    /** A loop and not a stream: deep queries recurse through here. */
    private String joined(List<CheckedQuery.Node> parts, String word) {
        var sql = new StringJoiner(word, "(", ")");
        for (var part : parts) {
            sql.add(node(part));
        }
        return sql.toString();
    }

    /** In another table, a value is also missing when there is no row at all. */
    private String test(CheckedQuery.Test test) {
        var shape = test.shape();
        if (test.condition() instanceof Condition.Missing && !shape.frames().isEmpty()) {
            return "(" + framed(shape.frames(), present(test)) + ") is not true";
        }
        return framed(shape.frames(), condition(test, test.condition()));
    }

    private static String framed(List<Frame> frames, String condition) {
        var sql = condition;
        for (var frame : frames.reversed()) {
            sql = frame.around(sql);
        }
        return sql;
    }

    private String condition(CheckedQuery.Test test, Condition condition) {
        var expression = test.shape().expression();
        return switch (condition) {
            case Condition.Whole whole -> whole(test.shape(), whole.values());
            case Condition.Like like -> like(test.shape(), like.pattern());
            case Condition.Order order ->
                    expression + " " + order.operator().symbol() + " " + bind(order.value());
            case Condition.Both both ->
                    "("
                            + condition(test, both.first())
                            + " and "
                            + condition(test, both.second())
                            + ")";
            case Condition.Either either ->
                    either.conditions().stream()
                            .map(part -> condition(test, part))
                            .collect(Collectors.joining(" or ", "(", ")"));
            case Condition.Missing _ ->
                    test.type() == FieldType.TEXT
                            ? "coalesce(" + expression + ", '') = ''"
                            : expression + " is null";
            case Condition.Present _ -> present(test);
        };
    }

    /** A text that the source did not give is empty in the database. */
    private static String present(CheckedQuery.Test test) {
        return test.shape().expression()
                + (test.type() == FieldType.TEXT ? " <> ''" : " is not null");
    }

    private String whole(SqlShape shape, List<Object> values) {
        var names = values.stream().map(value -> folded(shape, bind(value))).toList();
        return names.size() == 1
                ? shape.expression() + " = " + names.getFirst()
                : shape.expression() + " in (" + String.join(", ", names) + ")";
    }

    private String like(SqlShape shape, String pattern) {
        return switch (shape.match()) {
            case WORDS, KEY -> shape.expression() + " ilike " + bind(pattern);
            case UPPER_KEY, LOWER_WORDS ->
                    shape.expression() + " like " + folded(shape, bind(pattern));
        };
    }

    private static String folded(SqlShape shape, String bind) {
        return shape.match() == TextMatch.LOWER_WORDS ? "lower(" + bind + ")" : bind;
    }

    private String bind(Object value) {
        var name = "q" + (binds.size() + 1);
        binds.put(name, value);
        return ":" + name;
    }
}
