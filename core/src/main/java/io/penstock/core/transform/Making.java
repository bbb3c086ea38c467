package io.penstock.core.transform;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Example;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Maker;
import io.penstock.core.transform.MapFunction.Operator;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;
import io.penstock.core.value.Shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The few ways functions are put together. */
final class Making {

    static final String NEVER_BAD = "Every text is good input.";
    static final String PASSED_ON = "Another value is passed on as it is, with a warning.";

    private Making() {}

    /** A function on texts that works on every value by itself. */
    static MapFunction each(String name, List<Argument> arguments, Help help, Maker maker) {
        var signature = new Signature(Over.EACH, DataType.STRING, null, arguments);
        return new MapFunction(name, signature, help, maker);
    }

    static Example example(String in, String... out) {
        return example(List.of(in), out);
    }

    static Example example(List<String> in, String... out) {
        return new Example(Map.of(), in, List.of(out));
    }

    static Operator onEach(UnaryOperator<String> change) {
        return (in, _) ->
                in.size() == 1
                        ? List.of(change.apply(in.getFirst()))
                        : in.stream().map(change).toList();
    }

    /** As {@link #onEach}, without the values that are empty then. */
    static Operator kept(UnaryOperator<String> change) {
        return (in, _) -> in.stream().map(change).filter(v -> !v.isEmpty()).toList();
    }

    /** Changes the values it can; the others are passed on with a warning. */
    static Operator orWarn(String name, String wanted, Function<String, Optional<String>> change) {
        return (in, warnings) -> {
            var out = new ArrayList<String>(in.size());
            for (var value : in) {
                var changed = change.apply(value);
                if (changed.isEmpty()) {
                    warnings.warn(
                            "%s: value '%s' is not %s".formatted(name, Shown.of(value), wanted));
                }
                out.add(changed.orElse(value));
            }
            return out;
        };
    }
}
