package io.penstock.platform.console.inventory;

import io.penstock.query.QueryException;
import io.penstock.query.QueryPrinter;

import java.util.List;

/**
 * A condition of the present query, and the address of the list without it.
 *
 * @param text as the query language writes it
 */
public record Chip(String text, String address) {

    /** More are not worth a chip. */
    private static final int CHIPS_MAX = 12;

    /** None when the query cannot be read. */
    static List<Chip> of(Listing listing) {
        try {
            var conditions = Conditions.of(listing.query());
            return conditions.parts().stream()
                    .limit(CHIPS_MAX)
                    .map(part ->
                            new Chip(
                                    QueryPrinter.print(part),
                                    listing.of(conditions.without(part).text())))
                    .toList();
        } catch (QueryException e) {
            return List.of();
        }
    }
}
