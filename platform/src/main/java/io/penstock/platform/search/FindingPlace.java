package io.penstock.platform.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where a page of findings ended: the sort key of its last row, and what the first page counted, so
 * that no later page counts again.
 */
record FindingPlace(int severity, Instant lastFound, UUID id, InventoryReader.Count count) {

    static final int PARTS = 5;

    static FindingPlace of(List<String> parts) {
        return new FindingPlace(
                Integer.parseInt(parts.get(0)),
                Cursor.time(parts.get(1)).toInstant(),
                UUID.fromString(parts.get(2)),
                new InventoryReader.Count(counted(parts.get(3)), all(parts.get(4))));
    }

    static FindingPlace of(FindingRow row, InventoryReader.Count count) {
        return new FindingPlace(row.severity(), row.lastFound(), row.id(), count);
    }

    List<String> text() {
        return List.of(
                String.valueOf(severity),
                lastFound.toString(),
                id.toString(),
                String.valueOf(count.rows()),
                String.valueOf(count.exact()));
    }

    void bind(Map<String, Object> binds) {
        binds.put("severity", severity);
        binds.put("lastFound", lastFound.atOffset(ZoneOffset.UTC));
        binds.put("id", id);
    }

    /** A cursor comes from outside. */
    private static long counted(String text) {
        var rows = Long.parseLong(text);
        if (rows < 0 || rows > ResultPage.COUNT_MAX) {
            throw new IllegalArgumentException("no count of a first page: " + rows);
        }
        return rows;
    }

    private static boolean all(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        };
    }
}
