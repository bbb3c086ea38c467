package io.penstock.platform.tag;

import java.time.Instant;
import java.util.UUID;

/**
 * A tag on an asset.
 *
 * @param suggestedBy the source that suggests it; empty when a person put it there. A suggestion
 *     counts for nothing until somebody adds the tag
 */
public record AssignedTag(
        UUID uuid, Tag.Label label, String suggestedBy, String addedBy, Instant addedAt) {}
