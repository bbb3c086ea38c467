package io.penstock.core.transform;

import static io.penstock.core.transform.Making.NEVER_BAD;
import static io.penstock.core.transform.Making.example;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Maker;
import io.penstock.core.transform.MapFunction.Operator;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Functions on all values found, and on the values of several paths. */
final class ListFunctions {

    private static final int SEPARATOR_MAX = 20;

    private ListFunctions() {}

    static List<MapFunction> all() {
        return List.of(
                list("first", "Keeps the first value.", example(List.of("a", "b"), "a"), FIRST),
                list("last", "Keeps the last value.", example(List.of("a", "b"), "b"), LAST),
                list(
                        "distinct",
                        "Leaves out values that came before; the order stays.",
                        example(List.of("b", "a", "b"), "b", "a"),
                        (in, _) -> in.size() < 2 ? in : new ArrayList<>(new LinkedHashSet<>(in))),
                join(),
                list(
                        "joinComma",
                        "Makes one text of all values, with a comma and a blank between them.",
                        example(List.of("a", "b"), "a, b"),
                        joining(", ")),
                list(
                        "joinLines",
                        "Makes one text of all values, one a line.",
                        example(List.of("a", "b"), "a\nb"),
                        joining("\n")),
                concat(),
                coalesce(),
                otherwise());
    }

    private static final Operator FIRST = (in, _) -> in.size() < 2 ? in : List.of(in.getFirst());

    private static final Operator LAST = (in, _) -> in.size() < 2 ? in : List.of(in.getLast());

    private static MapFunction list(
            String name, String does, MapFunction.Example example, Operator operator) {
        return new MapFunction(
                name,
                new Signature(Over.LIST, DataType.STRING, null, List.of()),
                new Help(does, NEVER_BAD, example),
                (_, _) -> operator);
    }

    private static Operator joining(String separator) {
        return (in, _) -> in.size() < 2 ? in : List.of(String.join(separator, in));
    }

    private static Argument separator(String does) {
        return Argument.text("separator", does, 0, SEPARATOR_MAX);
    }

    private static MapFunction join() {
        return new MapFunction(
                "join",
                new Signature(
                        Over.LIST,
                        DataType.STRING,
                        DataType.STRING,
                        List.of(separator("what comes between the values").or(", "))),
                new Help(
                        "Makes one text of all values.",
                        NEVER_BAD,
                        new MapFunction.Example(
                                Map.of("separator", "; "), List.of("a", "b"), List.of("a; b"))),
                (given, _) -> joining(given.text("separator")));
    }

    private static MapFunction concat() {
        return paths(
                "concat",
                List.of(separator("what comes between the values").or("")),
                new Help(
                        "Makes one text of the first value of each path, in the row's order.",
                        "A path without a value is left out.",
                        new MapFunction.Example(
                                Map.of("separator", " "),
                                List.of("Windows", "", "11"),
                                List.of("Windows 11"))),
                (given, _) -> {
                    var joined = joining(given.text("separator"));
                    return (in, warnings) -> joined.apply(present(in), warnings);
                });
    }

    private static MapFunction coalesce() {
        return paths(
                "coalesce",
                List.of(),
                new Help(
                        "Keeps the first value of the first path that has one.",
                        "A path without a value is passed over.",
                        example(List.of("", "web-1", "10.0.0.7"), "web-1")),
                (_, _) -> (in, warnings) -> FIRST.apply(present(in), warnings));
    }

    private static MapFunction otherwise() {
        return new MapFunction(
                "default",
                new Signature(
                        Over.LIST,
                        DataType.STRING,
                        null,
                        List.of(
                                Argument.text(
                                        "value", "the value to use", 1, Argument.LENGTH_MAX))),
                new Help(
                        "Gives a value when there is none at this place of the chain. The row's own"
                            + " default comes after all functions and is not put through the value"
                            + " map.",
                        NEVER_BAD,
                        new MapFunction.Example(
                                Map.of("value", "unknown"), List.of(), List.of("unknown"))),
                (given, _) -> {
                    var instead = List.of(given.text("value"));
                    return (in, _) -> present(in).isEmpty() ? instead : in;
                });
    }

    private static MapFunction paths(
            String name, List<Argument> arguments, Help help, Maker maker) {
        var signature = new Signature(Over.PATHS, DataType.STRING, DataType.STRING, arguments);
        return new MapFunction(name, signature, help, maker);
    }

    private static List<String> present(List<String> in) {
        return in.stream().filter(v -> !v.isBlank()).toList();
    }
}
