package io.penstock.core.transform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A map as a person wrote it: nothing in it is checked yet. {@link MapCheck} says what is wrong, or
 * makes a {@link TransformMap} of it.
 */
public record MapDraft(
        String name, int version, String sourceModel, String targetModel, List<Row> rows) {

    public MapDraft {
        rows = List.copyOf(rows);
    }

    /**
     * The members of a row, under the names they have in the file.
     *
     * @param fallback the member {@code default}
     */
    public record Row(
            String stream,
            List<String> source,
            String type,
            String target,
            List<FunctionCall> functions,
            Map<String, String> valueMap,
            String unmapped,
            @Nullable String fallback,
            boolean required) {

        public Row {
            source = List.copyOf(source);
            functions = List.copyOf(functions);
            valueMap = Map.copyOf(valueMap);
        }
    }
}
