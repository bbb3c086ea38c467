package io.penstock.platform.console.map;

import io.penstock.core.transform.MapDraft;

import java.util.ArrayList;
import java.util.List;

/** The rows of a map while they are edited; every change gives a new list. Places count from 1. */
record EditedRows(List<MapDraft.Row> rows) {

    EditedRows {
        rows = List.copyOf(rows);
    }

    static EditedRows of(MapDraft draft) {
        return new EditedRows(draft.rows());
    }

    boolean has(int place) {
        return place >= 1 && place <= rows.size();
    }

    /** In the place of another row, or at the end. */
    EditedRows put(int place, MapDraft.Row row) {
        var changed = new ArrayList<>(rows);
        if (has(place)) {
            changed.set(place - 1, row);
        } else {
            changed.add(row);
        }
        return new EditedRows(changed);
    }

    EditedRows without(int place) {
        var changed = new ArrayList<>(rows);
        changed.remove(place - 1);
        return new EditedRows(changed);
    }

    EditedRows moved(int from, int to) {
        var changed = new ArrayList<>(rows);
        changed.add(to - 1, changed.remove(from - 1));
        return new EditedRows(changed);
    }

    MapDraft in(MapDraft draft) {
        return new MapDraft(
                draft.name(), draft.version(), draft.sourceModel(), draft.targetModel(), rows);
    }
}
