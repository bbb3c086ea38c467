package io.penstock.core.transform;

import io.penstock.core.run.StreamName;
import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.value.Shown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Checks a map against its two models and says all that is wrong with it at once. */
public final class MapCheck {

    private static final int NAME_MAX = 200;

    private final TextPatterns patterns;

    public MapCheck(TextPatterns patterns) {
        this.patterns = patterns;
    }

    /**
     * What a check found.
     *
     * @param map the map, when nothing is wrong that would keep it from working
     */
    public record Checked(Optional<TransformMap> map, List<MapFault> faults) {

        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** Checks a map against the model of the records it reads. */
    public Checked check(MapDraft draft, SourceModel model) {
        return checked(draft, model);
    }

    /** Checks what can be checked without the model of the records. */
    public Checked check(MapDraft draft) {
        return checked(draft, null);
    }

    private Checked checked(MapDraft draft, @Nullable SourceModel model) {
        var faults = new ArrayList<MapFault>();
        checkHead(draft, model, faults);
        var rows = new ArrayList<MappingRow>();
        var count = Math.min(draft.rows().size(), TransformMap.ROWS_MAX);
        for (var i = 0; i < count; i++) {
            new RowCheck(i + 1, draft.rows().get(i), model, patterns, faults)
                    .check()
                    .ifPresent(rows::add);
        }
        checkTwice(draft, faults);
        if (model != null) {
            model.streams().forEach(stream -> checkRequired(draft, stream, faults));
        }
        if (faults.stream().anyMatch(MapFault::error)) {
            return new Checked(Optional.empty(), faults);
        }
        var map =
                new TransformMap(
                        draft.name(),
                        draft.version(),
                        draft.sourceModel(),
                        draft.targetModel(),
                        rows);
        return new Checked(Optional.of(map), faults);
    }

    private static void checkHead(
            MapDraft draft, @Nullable SourceModel model, List<MapFault> faults) {
        if (draft.name().isBlank() || draft.name().length() > NAME_MAX) {
            head(faults, "name", "NAME_INVALID", "The name has 1 to " + NAME_MAX + " characters.");
        }
        if (draft.version() < 1) {
            head(faults, "version", "VERSION_INVALID", "The version is a number from 1.");
        }
        if (!draft.targetModel().equals(TargetAttribute.MODEL)) {
            var sentence =
                    "Target model '%s' does not exist; the only one is '%s'."
                            .formatted(Shown.of(draft.targetModel()), TargetAttribute.MODEL);
            head(faults, "targetModel", "MODEL_UNKNOWN", sentence);
        }
        if (model != null && !draft.sourceModel().equals(model.name())) {
            var sentence =
                    "Source model '%s' is not the connector's; that one is '%s'."
                            .formatted(Shown.of(draft.sourceModel()), model.name());
            head(faults, "sourceModel", "MODEL_UNKNOWN", sentence);
        }
        if (draft.rows().isEmpty() || draft.rows().size() > TransformMap.ROWS_MAX) {
            var sentence =
                    "The map has %d rows, allowed are 1 to %d."
                            .formatted(draft.rows().size(), TransformMap.ROWS_MAX);
            head(faults, "rows", "ROWS_INVALID", sentence);
        }
    }

    private static void head(List<MapFault> faults, String field, String code, String sentence) {
        faults.add(MapFault.error(0, field, code, sentence));
    }

    /** S-043: the first row with a value wins, which its author may not expect. */
    private static void checkTwice(MapDraft draft, List<MapFault> faults) {
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < draft.rows().size(); i++) {
            var row = draft.rows().get(i);
            var target = TargetAttribute.find(row.target());
            if (target.isEmpty()) {
                continue;
            }
            var before = seen.putIfAbsent(row.stream() + " " + target.get().key(), i + 1);
            if (before != null) {
                var sentence =
                        "Row %d fills '%s' already; this row is used only when that one finds nothing."
                                .formatted(before, target.get().key());
                faults.add(MapFault.warning(i + 1, "target", "TARGET_TWICE", sentence));
            }
        }
    }

    /** S-045: a map without a row for a required target would reject every record. */
    private static void checkRequired(MapDraft draft, SourceStream stream, List<MapFault> faults) {
        var name = stream.name();
        for (var attribute : TargetAttribute.values()) {
            if (attribute.required()
                    && attribute.part() == stream.part()
                    && draft.rows().stream().noneMatch(row -> fills(row, name, attribute))) {
                var sentence =
                        "Required target '%s' has no row, so every record of stream '%s' would be rejected; add one."
                                .formatted(attribute.key(), name);
                faults.add(MapFault.error(0, "rows", "TARGET_MISSING", sentence));
            }
        }
    }

    private static boolean fills(MapDraft.Row row, StreamName stream, TargetAttribute attribute) {
        return row.stream().equals(stream.text())
                && TargetAttribute.find(row.target()).filter(attribute::equals).isPresent();
    }
}
