package io.penstock.core.transform;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.Conversion.Unfit;
import io.penstock.core.transform.MapFunction.Operator;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A row with its paths resolved to slots and its functions made ready. Immutable. */
final class CompiledRow {

    private final int number;
    private final MappingRow row;
    private final int[] slots;
    private final boolean sideBySide;
    private final Operator[] functions;
    private final String[] steps;
    private final boolean checksSource;

    CompiledRow(int number, MappingRow row, Projection projection, TextPatterns patterns) {
        this.number = number;
        this.row = row;
        this.slots = row.source().stream().mapToInt(projection::slot).toArray();
        var calls = row.functions();
        this.functions = new Operator[calls.size()];
        this.steps = calls.stream().map(FunctionCall::toString).toArray(String[]::new);
        for (var i = 0; i < functions.length; i++) {
            functions[i] = function(calls.get(i)).make(calls.get(i).arguments(), patterns);
        }
        this.sideBySide =
                !calls.isEmpty() && function(calls.getFirst()).signature().over() == Over.PATHS;
        // A value map's word and a function's are ours; only what the vendor sent is checked.
        this.checksSource =
                row.type() != DataType.STRING
                        && row.type() != row.target().type()
                        && row.valueMap().isEmpty()
                        && calls.isEmpty();
    }

    private static MapFunction function(FunctionCall call) {
        return Functions.find(call.function())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "function '" + Shown.of(call.function()) + "' is not known"));
    }

    int number() {
        return number;
    }

    MappingRow row() {
        return row;
    }

    TargetAttribute target() {
        return row.target();
    }

    /**
     * The value this row gives its target: null for none.
     *
     * @throws Unfit with one sentence when the record is to be rejected
     */
    @Nullable Object value(RecordValues values, RowWatch watch) throws Unfit {
        var found = sideBySide ? oneOfEach(values) : firstPresent(values);
        watch.found(found);
        for (var i = 0; i < functions.length; i++) {
            found = functions[i].apply(found, watch);
            watch.step(steps[i], found);
        }
        return typed(words(found, watch), watch);
    }

    private List<String> firstPresent(RecordValues values) {
        for (var slot : slots) {
            var found = values.all(slot);
            if (!found.isEmpty() && !(found.size() == 1 && found.getFirst().isBlank())) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> oneOfEach(RecordValues values) {
        var found = new ArrayList<String>(slots.length);
        var any = false;
        for (var slot : slots) {
            var value = values.first(slot);
            any |= value != null;
            found.add(value == null ? "" : value);
        }
        return any ? found : List.of();
    }

    /** The default for what is missing, the value map for what is not. */
    private List<String> words(List<String> found, RowWatch watch) throws Unfit {
        var fallback = row.fallback();
        if (found.isEmpty()) {
            if (fallback == null) {
                return found;
            }
            watch.step("default", List.of(fallback));
            return List.of(fallback);
        }
        if (row.valueMap().isEmpty()) {
            return found;
        }
        var words = new ArrayList<String>(found.size());
        for (var value : found) {
            words.add(word(value, watch));
        }
        watch.step("valueMap", words);
        return words;
    }

    private String word(String value, RowWatch watch) throws Unfit {
        var word = row.valueMap().get(value.strip());
        if (word != null) {
            return word;
        }
        return switch (row.unmapped()) {
            case PASS -> value;
            case WARN -> {
                watch.warn("value '" + Shown.of(value) + "' is not in the value map");
                yield value;
            }
            case DEFAULT -> row.fallback() == null ? value : row.fallback();
            case REJECT ->
                    throw new Unfit(
                            "value '" + Shown.of(value) + "' is not in the row's value map");
        };
    }

    private @Nullable Object typed(List<String> found, RowWatch watch) throws Unfit {
        if (target().many()) {
            return many(found, watch);
        }
        if (found.isEmpty() || found.getFirst().isBlank()) {
            return null;
        }
        if (checksSource) {
            Conversion.convert(found.getFirst(), row.type());
        }
        return TargetFit.of(target(), found.getFirst());
    }

    /** Of a list an unfit element is left out with a warning: the others are still true. */
    private @Nullable List<String> many(List<String> found, RowWatch watch) {
        var kept = new ArrayList<String>(found.size());
        for (var value : found) {
            if (value.isBlank()) {
                continue;
            }
            try {
                var one = (String) TargetFit.of(target(), value);
                if (!kept.contains(one)) {
                    kept.add(one);
                }
            } catch (Unfit e) {
                watch.warn(e.sentence());
            }
        }
        return kept.isEmpty() ? null : List.copyOf(kept);
    }
}
