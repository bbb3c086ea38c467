package io.penstock.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may stand at a place of a query.
 *
 * @param from start of the range an accepted suggestion replaces, in UTF-16 units from 0
 * @param to its end; not before the caret
 * @param typed what stands there before the caret, without quotes
 * @param values words and examples of the field whose value is asked for, best first
 * @param others all the rest, best first; follows the values
 * @param asked the field whose value may stand here
 */
public record Completion(
        int from,
        int to,
        String typed,
        List<Suggestion> values,
        List<Suggestion> others,
        Optional<AskedValue> asked) {

    public Completion {
        values = List.copyOf(values);
        others = List.copyOf(others);
    }

    static Completion nothing(int caret) {
        return new Completion(caret, caret, "", List.of(), List.of(), Optional.empty());
    }

    /** All, best first. */
    public List<Suggestion> suggestions() {
        return Stream.concat(values.stream(), others.stream()).toList();
    }

    /** The same with values of the data instead of examples; none leave it as it is. */
    public Completion with(List<Suggestion> found) {
        return found.isEmpty() ? this : new Completion(from, to, typed, found, others, asked);
    }
}
