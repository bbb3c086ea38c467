package io.penstock.core.transform;

import static io.penstock.core.transform.Argument.LENGTH_MAX;
import static io.penstock.core.transform.Making.NEVER_BAD;
import static io.penstock.core.transform.Making.each;
import static io.penstock.core.transform.Making.example;

import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions on texts. */
final class TextFunctions {

    private static final int PLACE_MAX = 100_000;

    /** Most characters that one call rewrites by a pattern, in all values of a record together. */
    static final int REWRITTEN_MAX = 10_000;

    private TextFunctions() {}

    static List<MapFunction> all() {
        return List.of(
                each(
                        "trim",
                        List.of(),
                        new Help(
                                "Cuts white space off both ends and leaves out what is empty then.",
                                NEVER_BAD,
                                example(List.of(" web-1 ", " "), "web-1")),
                        (_, _) -> (in, _) -> trimmed(in)),
                each(
                        "upper",
                        List.of(),
                        new Help("Makes letters upper case.", NEVER_BAD, example("high", "HIGH")),
                        (_, _) -> Making.onEach(v -> v.toUpperCase(Locale.ROOT))),
                each(
                        "lower",
                        List.of(),
                        new Help("Makes letters lower case.", NEVER_BAD, example("WEB-1", "web-1")),
                        (_, _) -> Making.onEach(v -> v.toLowerCase(Locale.ROOT))),
                substring(),
                split(),
                replace());
    }

    private static List<String> trimmed(List<String> in) {
        if (in.size() == 1) {
            var only = in.getFirst().strip();
            if (only.length() == in.getFirst().length()) {
                return only.isEmpty() ? List.of() : in;
            }
            return only.isEmpty() ? List.of() : List.of(only);
        }
        return in.isEmpty()
                ? in
                : in.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
    }

    private static MapFunction substring() {
        return each(
                "substring",
                List.of(
                        Argument.whole(
                                "start", "place of the first character, from 0", 0, PLACE_MAX),
                        Argument.whole("length", "most characters to keep", 1, PLACE_MAX)
                                .or(String.valueOf(PLACE_MAX))),
                new Help(
                        "Keeps a part of the text.",
                        "A text that ends before the start is left out.",
                        new MapFunction.Example(
                                Map.of("start", "4", "length", "4"),
                                List.of("CVE-2023-41992"),
                                List.of("2023"))),
                (given, _) -> {
                    var start = given.whole("start");
                    var length = given.whole("length");
                    return Making.kept(v -> part(v, start, length));
                });
    }

    private static String part(String text, int start, int length) {
        return start >= text.length()
                ? ""
                : text.substring(start, Math.min(text.length(), start + length));
    }

    private static MapFunction split() {
        return each(
                "split",
                List.of(
                        Argument.text("separator", "what stands between the parts", 1, 20),
                        Argument.whole(
                                "index", "which part, from 0; -1 is the last", -1, PLACE_MAX)),
                new Help(
                        "Cuts the text at the separator, which is no pattern, and keeps one part.",
                        "A text without that part is left out.",
                        new MapFunction.Example(
                                Map.of("separator", ".", "index", "0"),
                                List.of("web-1.example.org"),
                                List.of("web-1"))),
                (given, _) -> {
                    var separator = given.text("separator");
                    var index = given.whole("index");
                    return Making.kept(v -> piece(v, separator, index));
                });
    }

    private static String piece(String text, String separator, int index) {
        if (index < 0) {
            var last = text.lastIndexOf(separator);
            return last < 0 ? text : text.substring(last + separator.length());
        }
        var from = 0;
        for (var n = 0; n < index; n++) {
            var at = text.indexOf(separator, from);
            if (at < 0) {
                return "";
            }
            from = at + separator.length();
        }
        var end = text.indexOf(separator, from);
        return end < 0 ? text.substring(from) : text.substring(from, end);
    }

    private static MapFunction replace() {
        return each(
                "replace",
                List.of(
                        Argument.text("pattern", "a regular expression (RE2)", 1, LENGTH_MAX),
                        Argument.text("with", "the replacement; $1 is the first group", 0, 100)),
                new Help(
                        "Replaces every match of a regular expression. Patterns have no"
                                + " back-references and no look-around, so that their time grows"
                                + " with the text and no faster.",
                        "What goes beyond 10,000 characters of a record is passed on as it is,"
                                + " with a warning.",
                        new MapFunction.Example(
                                Map.of("pattern", "^([A-Z]+)\\\\(.+)$", "with", "$2 ($1)"),
                                List.of("CORP\\web-1"),
                                List.of("web-1 (CORP)"))),
                (given, patterns) ->
                        rewriting(patterns.rewrite(given.text("pattern"), given.text("with"))));
    }

    private static Operator rewriting(TextPatterns.Rewrite rewrite) {
        return (in, warnings) -> {
            var out = new ArrayList<String>(in.size());
            var room = REWRITTEN_MAX;
            for (var value : in) {
                room -= value.length();
                if (room < 0) {
                    warnings.warn(
                            "replace: more than "
                                    + REWRITTEN_MAX
                                    + " characters; the rest is passed on as it is");
                    out.addAll(in.subList(out.size(), in.size()));
                    return out;
                }
                var text = rewrite.apply(value);
                out.add(text);
            }
            return out;
        };
    }
}
