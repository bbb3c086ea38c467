package io.penstock.core.score;

import java.util.Collection;

/**
 * Whether an asset can be reached from the internet: some tag of it says so.
 *
 * @param tag which one, of several the first by name; empty when there is none
 */
public record Exposure(boolean internetFacing, String tag) {

    public static final Exposure INTERNAL = new Exposure(false, "");

    public static Exposure of(Collection<AssetTag> tags) {
        return tags.stream()
                .filter(AssetTag::internetFacing)
                .map(AssetTag::name)
                .min(String::compareTo)
                .map(tag -> new Exposure(true, tag))
                .orElse(INTERNAL);
    }

    public String sentence() {
        return internetFacing
                ? "Reachable from the internet by the tag '" + tag + "'."
                : "No tag says that it is reachable from the internet.";
    }
}
