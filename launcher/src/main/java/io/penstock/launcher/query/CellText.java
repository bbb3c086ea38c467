package io.penstock.launcher.query;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A member of a row as one text. */
final class CellText {

    private CellText() {}

    /** Empty for what has no value; several values stand behind each other with commas. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> values ->
                    values.stream().map(CellText::of).collect(Collectors.joining(", "));
            case Map<?, ?> values ->
                    values.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                            .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
