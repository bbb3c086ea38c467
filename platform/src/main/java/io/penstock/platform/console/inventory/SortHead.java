package io.penstock.platform.console.inventory;

import io.penstock.platform.search.AssetOrder;

import java.util.Map;

/**
 * The head of a column that hosts can be sorted by.
 *
 * @param state {@code ascending}, {@code descending} or {@code none}
 * @param address the list sorted by it, or the other way round when it is already
 */
public record SortHead(String state, String address) {

    /** By column: NAME, SCORE, CRITICALITY, LAST_SEEN. */
    static Map<String, SortHead> of(Listing listing, AssetOrder order) {
        return Map.of(
                "NAME",
                head(listing, order, AssetOrder.NAME_ASC, AssetOrder.NAME_DESC),
                "SCORE",
                head(listing, order, AssetOrder.SCORE_DESC, AssetOrder.SCORE_ASC),
                "CRITICALITY",
                head(listing, order, AssetOrder.CRITICALITY_DESC, AssetOrder.CRITICALITY_ASC),
                "LAST_SEEN",
                head(listing, order, AssetOrder.LAST_SEEN_DESC, AssetOrder.LAST_SEEN_ASC));
    }

    private static SortHead head(
            Listing listing, AssetOrder present, AssetOrder first, AssetOrder second) {
        var next = present == first ? second : first;
        return new SortHead(state(present, first, second), listing.ordered(name(next)));
    }

    private static String state(AssetOrder present, AssetOrder first, AssetOrder second) {
        if (present != first && present != second) {
            return "none";
        }
        return present.name().endsWith("_ASC") ? "ascending" : "descending";
    }

    private static String name(AssetOrder order) {
        return order == AssetOrder.NAME_ASC ? "" : order.name();
    }
}
