package io.penstock.platform.map;

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

    /** Who saved it, when and why. */
    public record Saved(String by, Instant at, String note) {}
}
