package io.penstock.core.transform;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.value.FieldPath;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a map does with one record, row by row, and what comes of it. A value: trying changes
 * nothing.
 *
 * @param rows every row of the record's stream, also those behind one that rejects the record
 * @param result what a page would have made of the record
 */
public record Tried(List<Row> rows, Transformed result) {

    public Tried {
        rows = List.copyOf(rows);
    }

    /**
     * @param number the row's place in the map, from 1
     * @param found the values at its paths
     * @param steps what each function, the value map and the default made of them, in order
     */
    public record Row(
            int number,
            TargetAttribute target,
            List<FieldPath> source,
            List<String> found,
            List<Step> steps,
            Outcome outcome) {

        public Row {
            source = List.copyOf(source);
            found = List.copyOf(found);
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param value what the target gets: text, number, instant, flag or a list of texts; null when
     *     it gets none, or has one from a row before
     * @param warnings one sentence each
     * @param refusal why the row rejects the record; null when it does not
     */
    public record Outcome(@Nullable Object value, List<String> warnings, @Nullable String refusal) {

        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * @param name a function with its arguments, {@code valueMap} or {@code default}
     * @param values what came out
     */
    public record Step(String name, List<String> values) {

        public Step {
            values = List.copyOf(values);
        }
    }
}
