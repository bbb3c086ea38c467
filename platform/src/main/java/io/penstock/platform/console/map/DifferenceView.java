package io.penstock.platform.console.map;

import io.penstock.platform.map.MapDifference;
import io.penstock.platform.map.MapDifference.Change;
import io.penstock.platform.map.MapDifference.FieldChange;
import io.penstock.platform.map.MapDifference.RowChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one version changes in another, a line for each member of a row that differs. */
record DifferenceView(List<Line> lines) {

    /** What a row says when it says nothing of it. */
    private static final Set<String> UNSAID = Set.of("", "null", "[]", "{}", "false", "\"pass\"");

    /** Shown beside the change already. */
    private static final Set<String> NAMED = Set.of("stream", "target");

    DifferenceView {
        lines = List.copyOf(lines);
    }

    /**
     * @param place the row's place, or where it was and is
     * @param first true for the first line of a row
     */
    record Line(
            RowChange row,
            String place,
            String field,
            String before,
            String after,
            boolean first) {}

    static DifferenceView of(MapDifference difference) {
        var lines = new ArrayList<Line>();
        for (var row : difference.rows()) {
            var first = true;
            for (var field : row.fields()) {
                if (row.change() == Change.CHANGED || tells(field)) {
                    lines.add(line(row, field, first));
                    first = false;
                }
            }
        }
        return new DifferenceView(lines);
    }

    private static boolean tells(FieldChange field) {
        return !NAMED.contains(field.field())
                && !(UNSAID.contains(field.before()) && UNSAID.contains(field.after()));
    }

    private static Line line(RowChange row, FieldChange field, boolean first) {
        var moved = row.fromRow() + " → " + row.toRow();
        var place =
                switch (row.change()) {
                    case ADDED -> String.valueOf(row.toRow());
                    case REMOVED -> String.valueOf(row.fromRow());
                    case CHANGED ->
                            row.fromRow() == row.toRow() ? String.valueOf(row.toRow()) : moved;
                };
        return new Line(row, place, field.field(), field.before(), field.after(), first);
    }
}
