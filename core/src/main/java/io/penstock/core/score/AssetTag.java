package io.penstock.core.score;

import org.jspecify.annotations.Nullable;

/**
 * A tag as far as scores care.
 *
 * @param criticality 1 lowest to 5 highest; null when the tag says nothing of it
 * @param internetFacing assets with this tag can be reached from the internet
 */
public record AssetTag(String name, @Nullable Integer criticality, boolean internetFacing) {

    public AssetTag {
        if (criticality != null && (criticality < 1 || criticality > 5)) {
            throw new IllegalArgumentException("no criticality: " + criticality);
        }
    }
}
