package io.penstock.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether a text that a person is typing can become a query, as far as a few endings tell. */
final class Completable {

    private static final List<String> VALUES =
            List.of(
                    "",
                    "5",
                    "9999",
                    "now",
                    "now+9y",
                    "NEW",
                    "true",
                    "x",
                    "6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11",
                    "d");
    private static final List<String> ENDS =
            List.of(
                    "",
                    "]",
                    ")",
                    " .. 9999]",
                    " .. 9999)",
                    " .. now+9y]",
                    " .. now+9y)",
                    "`",
                    "\"");
    private static final List<String> TERMS =
            List.of(
                    "'",
                    "`]",
                    "\"]",
                    "']",
                    " null",
                    " is null",
                    "finding.severity:5",
                    "severity:5",
                    "number:5",
                    "floor:5",
                    "source:x",
                    "name:x",
                    "inventory.source:x");
    private static final List<String> ENDINGS = endings();

    private Completable() {}

    static boolean completable(String text) {
        var open = text.chars().filter(c -> c == '(').count();
        var closed = text.chars().filter(c -> c == ')').count();
        var most = (int) Math.max(0, open - closed);
        return ENDINGS.stream()
                .anyMatch(ending ->
                        readable(text + ending + ")".repeat(most))
                                || (most > 0 && readable(text + ending + ")".repeat(most - 1)))
                                || readable(text + ending));
    }

    static boolean readable(String text) {
        try {
            SampleCatalogue.compile(text);
            return true;
        } catch (QueryException _) {
            return false;
        }
    }

    private static List<String> endings() {
        var endings = new ArrayList<>(TERMS);
        for (var lead : List.of("", ":")) {
            for (var value : VALUES) {
                ENDS.forEach(end -> endings.add(lead + value + end));
            }
        }
        return Stream.concat(Stream.of(""), endings.stream()).distinct().toList();
    }
}
