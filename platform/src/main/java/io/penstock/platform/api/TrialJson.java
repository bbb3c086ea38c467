package io.penstock.platform.api;

import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried;
import io.penstock.platform.map.TrialResult;
import io.penstock.platform.map.TrialResult.OneRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a map does with records, field by field.
 *
 * @param faults why the map cannot be tried; empty when it can
 */
record TrialJson(List<MapFault> faults, int mapped, int rejected, List<RecordJson> records) {

    /**
     * @param input how the record begins
     * @param mapped false when it would be rejected
     * @param field at fault, or empty
     */
    record RecordJson(
            String input,
            String key,
            String hostKey,
            boolean mapped,
            String field,
            String reason,
            List<String> warnings,
            List<RowJson> rows) {}

    /**
     * @param row its place in the map, from 1
     * @param output what the target gets; null when it gets nothing from this row
     */
    record RowJson(
            int row,
            String target,
            List<String> source,
            List<String> found,
            List<Tried.Step> steps,
            @Nullable Object output,
            List<String> warnings,
            @Nullable String refusal) {}

    static TrialJson of(TrialResult result) {
        return switch (result) {
            case TrialResult.Refused(var faults) -> new TrialJson(faults, 0, 0, List.of());
            case TrialResult.Tried(var records) -> {
                var shown = records.stream().map(TrialJson::record).toList();
                var mapped = (int) shown.stream().filter(RecordJson::mapped).count();
                yield new TrialJson(List.of(), mapped, shown.size() - mapped, shown);
            }
        };
    }

    private static RecordJson record(OneRecord tried) {
        var outcome = tried.outcome();
        var rows = outcome.rows().stream().map(TrialJson::row).toList();
        return switch (outcome.result()) {
            case Mapped(var _, var warnings) ->
                    new RecordJson(
                            tried.input(),
                            outcome.recordKey(),
                            outcome.hostKey(),
                            true,
                            "",
                            "",
                            warnings,
                            rows);
            case Rejected(var field, var reason) ->
                    new RecordJson(
                            tried.input(),
                            outcome.recordKey(),
                            outcome.hostKey(),
                            false,
                            field,
                            reason,
                            List.of(),
                            rows);
        };
    }

    private static RowJson row(Tried.Row row) {
        return new RowJson(
                row.number(),
                row.target().key(),
                row.source().stream().map(Object::toString).toList(),
                row.found(),
                row.steps(),
                row.outcome().value(),
                row.outcome().warnings(),
                row.outcome().refusal());
    }
}
