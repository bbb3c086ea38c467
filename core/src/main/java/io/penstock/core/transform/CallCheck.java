package io.penstock.core.transform;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.value.Shown;

/** Checks the functions of one row: their names, arguments and order, and the types in between. */
final class CallCheck {

    static final int CALLS_MAX = 20;
    private static final int SCORE_AND_VECTOR = 2;

    private final MapDraft.Row row;
    private final TextPatterns patterns;
    private final Sink sink;

    /** Takes what is wrong. */
    interface Sink {
        void take(String code, String sentence);
    }

    CallCheck(MapDraft.Row row, TextPatterns patterns, Sink sink) {
        this.row = row;
        this.patterns = patterns;
        this.sink = sink;
    }

    void check(DataType type, TargetAttribute target) {
        if (row.functions().size() > CALLS_MAX) {
            sink.take(
                    "FUNCTIONS_TOO_MANY",
                    "The row has %d functions, at most %d."
                            .formatted(row.functions().size(), CALLS_MAX));
            return;
        }
        var carried = type;
        for (var i = 0; i < row.functions().size(); i++) {
            var call = row.functions().get(i);
            var function = Functions.find(call.function());
            if (function.isEmpty()) {
                sink.take(
                        "FUNCTION_UNKNOWN",
                        "Function '%s' does not exist.".formatted(Shown.of(call.function())));
                return;
            }
            checkCall(i, call, function.get(), carried);
            var gives = function.get().signature().gives();
            carried = gives == null ? carried : gives;
        }
        if (row.valueMap().isEmpty() && !row.source().isEmpty() && !carried.fits(target.type())) {
            sink.take(
                    "TYPE_UNFIT",
                    "Target '%s' takes %s, which %s never is; choose another type, or a function or"
                                    .formatted(
                                            target.key(),
                                            target.type().meaning(),
                                            carried.meaning())
                            + " value map that makes it one.");
        }
    }

    private void checkCall(int place, FunctionCall call, MapFunction function, DataType carried) {
        try {
            function.make(call.arguments(), patterns);
        } catch (IllegalArgumentException e) {
            sink.take("ARGUMENT_INVALID", RowCheck.sentence(e));
        }
        var signature = function.signature();
        if (signature.over() == Over.PATHS) {
            checkPaths(place, function);
        } else if (!carried.fits(signature.takes())) {
            sink.take(
                    "TYPE_UNFIT",
                    "Function '%s' takes %s, which %s never is."
                            .formatted(
                                    function.name(),
                                    signature.takes().meaning(),
                                    carried.meaning()));
        }
    }

    private void checkPaths(int place, MapFunction function) {
        if (place > 0) {
            sink.take(
                    "FUNCTION_MISPLACED",
                    "Function '%s' reads the row's paths and can only be the first."
                            .formatted(function.name()));
        }
        var score = function.name().startsWith("cvssV");
        if (score && row.source().size() != SCORE_AND_VECTOR) {
            sink.take(
                    "SOURCE_COUNT",
                    "Function '%s' needs two source paths, the score and the vector."
                            .formatted(function.name()));
        }
    }
}
