package io.penstock.platform.console.map;

import io.penstock.core.transform.Argument;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The functions of a row as fields of a form: {@code call.0}, {@code arg.0.separator}. */
final class CallFields {

    /** One more than a map may have, so that the map's own check says so. */
    private static final int CALLS_MAX = 21;

    private CallFields() {}

    static List<FunctionCall> read(MultiValueMap<String, String> fields) {
        var calls = new ArrayList<FunctionCall>();
        for (var i = 0; i < CALLS_MAX && fields.containsKey("call." + i); i++) {
            var name = EditorForm.text(fields, "call." + i);
            var function = Functions.find(name).orElse(null);
            var prefix = "arg." + i + ".";
            var arguments = new LinkedHashMap<String, String>();
            for (var field : fields.keySet()) {
                if (field.startsWith(prefix)) {
                    var value = EditorForm.text(fields, field).replace("\r\n", "\n");
                    var argument = field.substring(prefix.length());
                    if (!value.isEmpty() || keepsEmpty(function, argument)) {
                        arguments.put(argument, value);
                    }
                }
            }
            calls.add(new FunctionCall(name, arguments));
        }
        return calls;
    }

    /** A new call, with what holds when nothing else is said. */
    static FunctionCall fresh(String name) {
        return complete(FunctionCall.of(name));
    }

    /**
     * The same call with every argument written out whose absence an empty field could not show: an
     * empty separator is not the same as none.
     */
    static FunctionCall complete(FunctionCall call) {
        var function = Functions.find(call.function()).orElse(null);
        if (function == null) {
            return call;
        }
        var arguments = new LinkedHashMap<>(call.arguments());
        for (var argument : function.signature().arguments()) {
            var otherwise = argument.otherwise();
            if (otherwise != null && keepsEmpty(function, argument.name())) {
                arguments.putIfAbsent(argument.name(), otherwise);
            }
        }
        return new FunctionCall(call.function(), arguments);
    }

    private static boolean keepsEmpty(@Nullable MapFunction function, String name) {
        return function != null
                && function.signature().arguments().stream()
                        .anyMatch(argument ->
                                argument.name().equals(name)
                                        && argument.form() == Argument.Form.TEXT
                                        && argument.least() == 0);
    }
}
