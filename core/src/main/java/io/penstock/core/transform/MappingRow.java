package io.penstock.core.transform;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * One row of a transform map (S-040 to S-045).
 *
 * @param stream the stream whose records it reads
 * @param source paths tried in order, the first one with a value wins; side by side arguments when
 *     the first function works {@linkplain MapFunction.Over#PATHS on paths}
 * @param type what the source value must be; a value that is not is reported per record (S-042)
 * @param functions applied in order, before the value map
 * @param valueMap source word → target word; empty for none
 * @param unmapped what becomes of a value the value map does not know
 * @param fallback used when no path has a value
 * @param required a record without a value here is rejected, even if the model could do without
 */
public record MappingRow(
        StreamName stream,
        List<FieldPath> source,
        DataType type,
        TargetAttribute target,
        List<FunctionCall> functions,
        Map<String, String> valueMap,
        Unmapped unmapped,
        @Nullable String fallback,
        boolean required) {

    /** What to do with a value that a value map does not know. */
    public enum Unmapped {
        PASS,
        /** Passes and is counted as a warning (B-12). */
        WARN,
        /** Becomes the row's default. */
        DEFAULT,
        REJECT
    }

    public MappingRow {
        source = List.copyOf(source);
        functions = List.copyOf(functions);
        valueMap = Map.copyOf(valueMap);
        if (source.isEmpty() && fallback == null) {
            throw new IllegalArgumentException(
                    "row for '" + target.key() + "' has neither a source nor a default");
        }
    }
}
