package io.penstock.platform.map;

import io.penstock.platform.transform.MapJson;
import io.penstock.platform.transform.MapPrinter;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a transform map; it never changes.
 *
 * @param map names all versions of the map
 * @param system true for a vendor's own map, which cannot be edited
 */
public record MapVersion(
        UUID map,
        String connector,
        String name,
        int version,
        boolean system,
        Saved saved,
        String body) {

    /**
     * Its file, one row a line. Rows that mean the same are written the same: words in one order,
     * nothing left out. What cannot be read as a map stays as it is.
     */
    public String file() {
        var parsed = MapJson.parse(body);
        return parsed.faults().isEmpty()
                ? parsed.draft().map(MapPrinter::print).orElse(body)
                : body;
    }

    /** Who saved it, when and why. */
    public record Saved(String by, Instant at, String note) {}
}
