package io.penstock.core.transform;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A function named in a row, with its arguments as they are written there. */
public record FunctionCall(String function, Map<String, String> arguments) {

    public FunctionCall {
        // In one order, so that a map is written the same way every time.
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    public static FunctionCall of(String function) {
        return new FunctionCall(function, Map.of());
    }

    /** Such as {@code split(index=0, separator=;)}. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return function;
        }
        var text = arguments.toString();
        return function + "(" + text.substring(1, text.length() - 1) + ")";
    }
}
