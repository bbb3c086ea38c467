package io.penstock.platform.map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one version of a map has that another has not, row by row. Rows are the same when they fill
 * the same target in the same stream; the second one of a target is compared with the second.
 */
public record MapDifference(int from, int to, List<RowChange> rows) {

    public MapDifference {
        rows = List.copyOf(rows);
    }

    /** What became of a row. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param fromRow its place before, from 1; 0 when it was not there
     * @param toRow its place after
     * @param fields what differs; all of the row when it was added or removed
     */
    public record RowChange(
            Change change,
            String stream,
            String target,
            int fromRow,
            int toRow,
            List<FieldChange> fields) {

        public RowChange {
            fields = List.copyOf(fields);
        }
    }

    /** A member of a row as JSON before and after; empty when it was not there. */
    public record FieldChange(String field, String before, String after) {}

    private record Place(int row, JsonNode node) {}

    static MapDifference between(MapVersion from, MapVersion to) {
        var before = rows(MapFile.read(from.file()).tree());
        var after = rows(MapFile.read(to.file()).tree());
        var changes = new ArrayList<RowChange>();
        before.forEach((key, old) -> compare(old, after.get(key)).ifPresent(changes::add));
        after.forEach((key, fresh) -> {
            if (!before.containsKey(key)) {
                changes.add(change(Change.ADDED, null, fresh));
            }
        });
        return new MapDifference(from.version(), to.version(), changes);
    }

    private static Optional<RowChange> compare(Place old, @Nullable Place fresh) {
        if (fresh == null) {
            return Optional.of(change(Change.REMOVED, old, null));
        }
        var change = change(Change.CHANGED, old, fresh);
        return change.fields().isEmpty() ? Optional.empty() : Optional.of(change);
    }

    private static Map<String, Place> rows(JsonNode map) {
        var rows = new LinkedHashMap<String, Place>();
        var number = 0;
        for (var row : map.path("rows").values()) {
            number++;
            var key = row.path("stream").asString("") + " " + row.path("target").asString("");
            for (var n = 2; rows.containsKey(key); n++) {
                key =
                        row.path("stream").asString("")
                                + " "
                                + row.path("target").asString("")
                                + " "
                                + n;
            }
            rows.put(key, new Place(number, row));
        }
        return rows;
    }

    private static RowChange change(Change change, @Nullable Place old, @Nullable Place fresh) {
        var names = new TreeSet<String>();
        var fields = new ArrayList<FieldChange>();
        if (old != null) {
            names.addAll(old.node().propertyNames());
        }
        if (fresh != null) {
            names.addAll(fresh.node().propertyNames());
        }
        for (var name : names) {
            var before = text(old, name);
            var after = text(fresh, name);
            if (!before.equals(after)) {
                fields.add(new FieldChange(name, before, after));
            }
        }
        var shown = fresh == null ? old : fresh;
        return new RowChange(
                change,
                shown == null ? "" : shown.node().path("stream").asString(""),
                shown == null ? "" : shown.node().path("target").asString(""),
                old == null ? 0 : old.row(),
                fresh == null ? 0 : fresh.row(),
                fields);
    }

    private static String text(@Nullable Place place, String name) {
        var value = place == null ? null : place.node().get(name);
        return value == null ? "" : value.toString();
    }
}
