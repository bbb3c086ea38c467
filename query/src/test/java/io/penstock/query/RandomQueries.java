package io.penstock.query;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Random trees as the parser makes them, and random texts near the language. */
final class RandomQueries {

    private static final Place PLACE = new Place(1);
    private static final List<String> FIELDS =
            List.of("finding.severity", "Finding.Title", "asset.name", "is", "nothing", "x-y_1");
    private static final List<String> BARE =
            List.of("win*", "*.corp", "*a*", "5", "-1.5", "now-7d", "and", "fe80:1", "10.0.0.1");
    private static final List<String> BOUNDS =
            List.of("5", "-1.5", "now-7d", "a", "2026-01-01T10:00:00Z");
    private static final List<String> WORDS =
            List.of("log4j", "CVE-2026-1", "*sql", "is", "ünï", "a`b", "2026-01-01T10:00");
    private static final List<String> QUOTED =
            List.of("", "`", "\"", "'", "``", "a b", "it's", "\"x\" `y`", "\\", "%_", "( .. ]");
    private static final List<String> PIECES =
            List.of(
                    "finding.severity",
                    "inventory",
                    "port",
                    ":",
                    "=",
                    ">=",
                    "<",
                    "(",
                    ")",
                    "[",
                    "]",
                    ",",
                    "..",
                    "...",
                    "`",
                    "\"",
                    "'",
                    "and",
                    "OR",
                    "not",
                    "is",
                    "null",
                    "*",
                    "5",
                    "now-1w",
                    "2026-02-30",
                    "\u0000",
                    "\ud800",
                    " ",
                    "\n",
                    "!",
                    "{}",
                    ":q1");

    private final Random random;

    RandomQueries(Random random) {
        this.random = random;
    }

    Query tree(int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
            case 0 -> new Query.Term(one(FIELDS), predicate(), PLACE);
            case 1 -> new Query.Words(several(this::word));
            case 2 -> new Query.And(atLeastTwo(depth));
            case 3 -> new Query.Or(atLeastTwo(depth));
            case 4 -> new Query.Not(tree(depth - 1));
            default -> new Query.Group(one(FIELDS), tree(depth - 1), PLACE);
        };
    }

    String text(int pieces) {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++) {
            text.append(one(PIECES)).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private List<Query> atLeastTwo(int depth) {
        return Stream.generate(() -> tree(depth - 1)).limit(2L + random.nextInt(2)).toList();
    }

    private Predicate predicate() {
        return switch (random.nextInt(5)) {
            case 0 -> new Predicate.Missing();
            case 1 -> new Predicate.Present();
            case 2 -> new Predicate.AnyOf(several(this::value));
            case 3 -> new Predicate.Between(bound(), bound(), random.nextBoolean());
            default -> new Predicate.Compare(one(List.of(Operator.values())), value());
        };
    }

    private Value bound() {
        return random.nextBoolean() ? new Value.Bare(one(BOUNDS), PLACE) : quoted();
    }

    private Value value() {
        return random.nextBoolean() ? new Value.Bare(one(BARE), PLACE) : quoted();
    }

    private Value word() {
        return random.nextBoolean() ? new Value.Bare(one(WORDS), PLACE) : quoted();
    }

    private Value quoted() {
        return random.nextBoolean()
                ? new Value.Exact(one(QUOTED), PLACE)
                : new Value.Phrase(one(QUOTED), PLACE);
    }

    private <T> List<T> several(Supplier<T> make) {
        return Stream.generate(make).limit(1L + random.nextInt(3)).toList();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
