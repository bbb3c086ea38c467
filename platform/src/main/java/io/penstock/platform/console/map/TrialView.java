package io.penstock.platform.console.map;

import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.Transformed.Mapped;
import io.penstock.core.transform.Transformed.Rejected;
import io.penstock.core.transform.Tried;
import io.penstock.platform.map.TrialResult;
import io.penstock.platform.transform.MapTrial;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the edited map does with one record, row by row, beside what the present version does.
 *
 * @param faults why the map cannot be tried; empty when it can
 * @param now null when it cannot be tried
 * @param present null when there is no version yet, or it cannot be tried any more
 */
record TrialView(
        List<MapFault> faults, @Nullable Verdict now, @Nullable Verdict present, List<Line> lines) {

    private static final int SHOWN_MAX = 8;

    TrialView {
        faults = List.copyOf(faults);
        lines = List.copyOf(lines);
    }

    /**
     * What a page would have made of the record.
     *
     * @param field at fault; empty when the record is good
     */
    record Verdict(
            boolean mapped,
            String field,
            String reason,
            List<String> warnings,
            String recordKey,
            String hostKey) {}

    /** Values as they stand behind each other; {@code name} says who made them. */
    record Step(String name, String values) {}

    /**
     * @param number the row's place; 0 when only the present version has it
     * @param value empty for nothing
     * @param before what the present version gives the target
     */
    record Line(
            int number,
            String target,
            List<Step> steps,
            String value,
            List<String> warnings,
            String refusal,
            @Nullable String before) {

        public boolean differs() {
            return before != null && !before.equals(value);
        }
    }

    static TrialView of(TrialResult edited, @Nullable TrialResult stored) {
        var present = outcome(stored);
        return switch (edited) {
            case TrialResult.Refused(var faults) ->
                    new TrialView(faults, null, verdict(present), List.of());
            case TrialResult.Tried tried -> {
                var now = tried.records().getFirst().outcome();
                yield new TrialView(
                        List.of(), verdictOf(now), verdict(present), lines(now, present));
            }
        };
    }

    private static MapTrial.@Nullable Outcome outcome(@Nullable TrialResult result) {
        return result instanceof TrialResult.Tried tried
                ? tried.records().getFirst().outcome()
                : null;
    }

    private static @Nullable Verdict verdict(MapTrial.@Nullable Outcome outcome) {
        return outcome == null ? null : verdictOf(outcome);
    }

    private static Verdict verdictOf(MapTrial.Outcome outcome) {
        var key = outcome.recordKey();
        var host = outcome.hostKey();
        return switch (outcome.result()) {
            case Mapped(var _, var warnings) -> new Verdict(true, "", "", warnings, key, host);
            case Rejected(var field, var reason) ->
                    new Verdict(false, field, reason, List.of(), key, host);
        };
    }

    private static List<Line> lines(MapTrial.Outcome now, MapTrial.@Nullable Outcome present) {
        var before = present == null ? null : byTarget(present.rows());
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var row : now.rows()) {
            var key = key(row.target().key(), seen);
            lines.add(line(row, before == null ? null : before.getOrDefault(key, "")));
        }
        if (before != null) {
            before.forEach((key, value) -> {
                if (!seen.contains(key) && !value.isEmpty()) {
                    lines.add(new Line(0, key, List.of(), "", List.of(), "", value));
                }
            });
        }
        return lines;
    }

    private static Map<String, String> byTarget(List<Tried.Row> rows) {
        var values = new HashMap<String, String>();
        var seen = new HashSet<String>();
        rows.forEach(row -> values.put(key(row.target().key(), seen), text(row.outcome().value())));
        return values;
    }

    /** The second row of a target is compared with the second. */
    private static String key(String target, HashSet<String> seen) {
        var key = target;
        for (var n = 2; !seen.add(key); n++) {
            key = target + " " + n;
        }
        return key;
    }

    private static Line line(Tried.Row row, @Nullable String before) {
        var steps = new ArrayList<Step>();
        var source = row.source().stream().map(Object::toString).collect(Collectors.joining(", "));
        steps.add(new Step(source, values(row.found())));
        row.steps().forEach(step -> steps.add(new Step(step.name(), values(step.values()))));
        var refusal = row.outcome().refusal();
        return new Line(
                row.number(),
                row.target().key(),
                steps,
                text(row.outcome().value()),
                row.outcome().warnings(),
                refusal == null ? "" : refusal,
                before);
    }

    private static String values(List<String> values) {
        var shown = values.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
        return values.size() > SHOWN_MAX
                ? shown + " and %d more".formatted(values.size() - SHOWN_MAX)
                : shown;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }
}
