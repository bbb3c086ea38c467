package io.penstock.platform.tag;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A tag.
 *
 * @param assets how many source records carry it, suggestions left out
 */
public record Tag(UUID uuid, Label label, long assets, Audit audit) {

    /**
     * What it says.
     *
     * @param criticality 1 lowest to 5 highest; null says nothing of it
     * @param internetFacing its assets can be reached from the internet
     */
    public record Label(String name, @Nullable Integer criticality, boolean internetFacing) {}

    /** Who made it, and who changed it last. */
    public record Audit(String createdBy, Instant createdAt, String changedBy, Instant changedAt) {}
}
