package io.penstock.platform.console.map;

import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.MapDraft;
import io.penstock.core.transform.MapFault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a map as a page shows it.
 *
 * @param number its place, from 1
 * @param label the target's name for people; its key when the model has no such target
 * @param target true when the model cannot do without this target
 */
record RowView(int number, MapDraft.Row row, String label, boolean target, List<MapFault> faults) {

    RowView {
        faults = List.copyOf(faults);
    }

    static List<RowView> of(MapDraft draft, List<MapFault> faults) {
        var views = new ArrayList<RowView>();
        for (var row : draft.rows()) {
            var number = views.size() + 1;
            var target = TargetAttribute.find(row.target());
            views.add(
                    new RowView(
                            number,
                            row,
                            target.map(TargetAttribute::label).orElse(row.target()),
                            target.map(TargetAttribute::required).orElse(false),
                            faults.stream().filter(fault -> fault.row() == number).toList()));
        }
        return views;
    }

    /** The rows of each stream, in the order of the map. */
    record OfStream(String stream, List<RowView> rows) {}

    static List<OfStream> byStream(List<RowView> rows) {
        return rows.stream()
                .map(view -> view.row().stream())
                .distinct()
                .map(stream ->
                        new OfStream(
                                stream,
                                rows.stream()
                                        .filter(view -> view.row().stream().equals(stream))
                                        .toList()))
                .toList();
    }

    public List<String> functions() {
        return row.functions().stream().map(FunctionCall::toString).toList();
    }

    public Map<String, String> words() {
        return new TreeMap<>(row.valueMap());
    }

    public boolean broken() {
        return faults.stream().anyMatch(MapFault::error);
    }
}
