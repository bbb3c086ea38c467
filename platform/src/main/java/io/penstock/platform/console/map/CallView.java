package io.penstock.platform.console.map;

import io.penstock.core.transform.Argument;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapFunction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A function of the row that is typed, with its arguments to fill in.
 *
 * @param place from 1
 * @param function null when there is none of that name
 */
record CallView(
        int place,
        String name,
        @Nullable MapFunction function,
        List<Field> arguments,
        boolean last) {

    /**
     * An argument to fill in.
     *
     * @param otherwise what holds when it is left out; null when it must be given
     */
    record Field(
            String id,
            String name,
            String does,
            String value,
            @Nullable String otherwise,
            boolean lines) {

        /** A browser leaves out the first line end of a text area. */
        public String area() {
            return value.startsWith("\n") ? "\n" + value : value;
        }
    }

    static List<CallView> of(List<FunctionCall> calls) {
        var views = new ArrayList<CallView>();
        for (var call : calls) {
            var place = views.size() + 1;
            var function = Functions.find(call.function()).orElse(null);
            views.add(
                    new CallView(
                            place,
                            call.function(),
                            function,
                            fields(place - 1, call, function),
                            place == calls.size()));
        }
        return views;
    }

    private static List<Field> fields(int at, FunctionCall call, @Nullable MapFunction function) {
        var fields = new ArrayList<Field>();
        if (function != null) {
            for (var argument : function.signature().arguments()) {
                fields.add(field(at, call, argument));
            }
        }
        call.arguments()
                .forEach((name, value) -> {
                    if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                        var does = "The function has no such argument; empty it.";
                        fields.add(new Field(id(at, name), name, does, value, "", lines(value)));
                    }
                });
        return fields;
    }

    private static Field field(int at, FunctionCall call, Argument argument) {
        var value = call.arguments().getOrDefault(argument.name(), "");
        var limits =
                argument.form() == Argument.Form.WHOLE
                        ? "a whole number from %d to %d"
                        : "%d to %d characters";
        return new Field(
                id(at, argument.name()),
                argument.name(),
                argument.does() + "; " + limits.formatted(argument.least(), argument.most()),
                value,
                argument.otherwise(),
                lines(value));
    }

    private static String id(int at, String name) {
        return "arg." + at + "." + name;
    }

    private static boolean lines(String value) {
        return value.contains("\n");
    }
}
