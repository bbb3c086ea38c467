package io.penstock.core.transform;

import io.penstock.core.run.StreamName;

import java.util.List;

/** A versioned list of rows. A run pins one version and records it. */
public record TransformMap(
        String name, int version, String sourceModel, String targetModel, List<MappingRow> rows) {

    public static final int ROWS_MAX = 500;

    public TransformMap {
        rows = List.copyOf(rows);
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException(
                    "map '" + name + "' has " + rows.size() + " rows, at most " + ROWS_MAX);
        }
    }

    public List<MappingRow> rowsOf(StreamName stream) {
        return rows.stream().filter(r -> r.stream().equals(stream)).toList();
    }
}
