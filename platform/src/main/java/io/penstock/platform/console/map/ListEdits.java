package io.penstock.platform.console.map;

import io.penstock.core.schema.SourceModel;
import io.penstock.core.schema.SourceStream;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MapFault;
import io.penstock.core.transform.TransformMap;
import io.penstock.platform.map.DataModels;
import io.penstock.platform.map.MapFile;
import io.penstock.platform.map.TransformMaps;
import io.penstock.platform.transform.MapPrinter;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** What the buttons of the list of rows do (S-044, S-045). */
@Component
class ListEdits {

    private final TransformMaps maps;
    private final DataModels models;

    ListEdits(TransformMaps maps, DataModels models) {
        this.maps = maps;
        this.models = models;
    }

    EditorStep act(EditorForm form, EditorAction action) {
        var place = action.place();
        return switch (action.name()) {
            case "add" -> add(form);
            case "remove" -> remove(form, place);
            case "up" -> move(form, place, place - 1);
            case "down" -> move(form, place, place + 1);
            case "move" -> move(form, place, action.otherPlace());
            case "undo" -> undo(form);
            default -> EditorStep.quiet(form);
        };
    }

    /** What is wrong with the row as it is typed, seen in the map it would stand in. */
    List<MapFault> faults(EditorForm form) {
        var rows = EditedRows.of(form.draft());
        var place = rows.has(form.row().place()) ? form.row().place() : rows.rows().size() + 1;
        var unread = form.row().fault();
        if (unread.isPresent()) {
            return List.of(MapFault.error(place, "row", "ROW_UNREADABLE", unread.get()));
        }
        if (place > TransformMap.ROWS_MAX) {
            var sentence = "A map has at most " + TransformMap.ROWS_MAX + " rows.";
            return List.of(MapFault.error(place, "row", "ROWS_INVALID", sentence));
        }
        var found = inMap(form, form.row(), place);
        if (!form.row().target().isEmpty()) {
            return found;
        }
        var missing = MapFault.error(place, "target", "TARGET_UNKNOWN", "Choose a target field.");
        return Stream.concat(sourceFaults(form, place).stream(), Stream.of(missing)).toList();
    }

    /** What is wrong with what is typed so far; what is not typed yet is not missed. */
    List<MapFault> faultsSoFar(EditorForm form) {
        return faults(form).stream()
                .filter(fault -> !fault.field().equals("target") || !form.row().target().isEmpty())
                .filter(fault -> !fault.code().equals("SOURCE_MISSING"))
                .toList();
    }

    /** A source is judged before its target is chosen, with a target that takes any text. */
    private List<MapFault> sourceFaults(EditorForm form, int place) {
        var stream = form.row().stream();
        var part =
                model(form).streams().stream()
                        .filter(one -> one.name().text().equals(stream))
                        .map(SourceStream::part)
                        .findFirst()
                        .orElse(TargetAttribute.Part.ASSET);
        var any =
                part == TargetAttribute.Part.ASSET
                        ? TargetAttribute.ASSET_NAME
                        : TargetAttribute.FINDING_NAME;
        return inMap(form, form.row().filling(any.key()), place).stream()
                .filter(fault -> fault.field().equals("source"))
                .toList();
    }

    private List<MapFault> inMap(EditorForm form, RowForm row, int place) {
        var rows = EditedRows.of(form.draft());
        var draft = rows.put(row.place(), row.row(model(form))).in(form.draft());
        var file = MapFile.read(MapPrinter.print(draft));
        return maps.check(form.head().connector(), file).stream()
                .filter(fault -> fault.row() == place)
                .toList();
    }

    boolean pending(EditorForm form) {
        return form.row().pending(form.draft(), model(form));
    }

    private SourceModel model(EditorForm form) {
        return models.source(form.head().connector());
    }

    private EditorStep add(EditorForm form) {
        var faults = faults(form);
        if (faults.stream().anyMatch(MapFault::error)) {
            var problem = "The row is not in the list yet: mend what is said under it.";
            return EditorStep.refused(form, problem, "row").with(faults);
        }
        var place = form.row().place();
        var row = form.row().row(model(form));
        var rows = EditedRows.of(form.draft());
        var changed = rows.put(place, row);
        var said =
                rows.has(place)
                        ? "Row %d changed.".formatted(place)
                        : "Row %d added: %s.".formatted(changed.rows().size(), words(row));
        return EditorStep.of(form.with(changed).with(RowForm.blank(row.stream())), said, "row");
    }

    private static EditorStep remove(EditorForm form, int place) {
        var rows = EditedRows.of(form.draft());
        if (!rows.has(place)) {
            return EditorStep.quiet(form);
        }
        var said = "Row %d removed: %s.".formatted(place, words(rows.rows().get(place - 1)));
        var kept = form.row().place() == 0 ? form.row() : RowForm.blank(form.row().stream());
        var last = Math.min(place, rows.rows().size() - 1);
        var focus = last == 0 ? "row" : "edit:" + last;
        return EditorStep.of(form.with(rows.without(place)).with(kept), said, focus);
    }

    private static EditorStep move(EditorForm form, int from, int to) {
        var rows = EditedRows.of(form.draft());
        if (!rows.has(from) || !rows.has(to) || from == to) {
            return EditorStep.quiet(form);
        }
        var said = "Row %d is row %d now.".formatted(from, to);
        var moved = form.with(rows.moved(from, to));
        // The form above may show one of the rows whose number has changed.
        var kept = form.row().place() == 0 ? form.row() : follow(form.row(), from, to);
        return EditorStep.of(moved.with(kept), said, (to < from ? "up:" : "down:") + to);
    }

    private static RowForm follow(RowForm row, int from, int to) {
        var place = row.place();
        if (place == from) {
            return row.at(to);
        }
        if (from < place && place <= to) {
            return row.at(place - 1);
        }
        return to <= place && place < from ? row.at(place + 1) : row;
    }

    private static EditorStep undo(EditorForm form) {
        if (form.undo().isEmpty()) {
            return EditorStep.quiet(form);
        }
        var before = EditorForm.draft(PackedText.unpack(form.undo()));
        var back = form.with(EditedRows.of(before)).with(RowForm.blank(form.row().stream()));
        return EditorStep.of(back, "The last change is undone.", "row");
    }

    private static String words(MapDraft.Row row) {
        return (row.source().isEmpty() ? "default" : row.source().getFirst())
                + " to "
                + row.target();
    }
}
