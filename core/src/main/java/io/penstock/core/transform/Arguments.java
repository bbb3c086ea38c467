package io.penstock.core.transform;

import io.penstock.core.value.Shown;

import java.util.HashMap;
import java.util.Map;

/** The arguments of one call, all there and all within their bounds. */
public final class Arguments {

    private final Map<String, String> values;

    private Arguments(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @throws IllegalArgumentException with one sentence when one is unknown, missing or wrong
     */
    static Arguments of(MapFunction function, Map<String, String> given) {
        var values = new HashMap<String, String>();
        var known = function.signature().arguments();
        for (var argument : known) {
            var value = given.getOrDefault(argument.name(), argument.otherwise());
            if (value == null) {
                throw wrong(function, "argument '" + argument.name() + "' is missing");
            }
            argument.fault(value)
                    .ifPresent(fault -> {
                        throw wrong(function, fault);
                    });
            values.put(argument.name(), value);
        }
        for (var name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw wrong(
                        function,
                        "argument '%s' is not known; it has %s"
                                .formatted(
                                        Shown.of(name),
                                        known.isEmpty()
                                                ? "none"
                                                : known.stream().map(Argument::name).toList()));
            }
        }
        return new Arguments(values);
    }

    private static IllegalArgumentException wrong(MapFunction function, String fault) {
        return new IllegalArgumentException("function '" + function.name() + "': " + fault);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }
}
