package io.penstock.vendor.crowdstrike.simulation.endpoint;

import java.util.Locale;
import java.util.Optional;

/** The parameter {@code sort}: a field and a direction, with a bar or a point between them. */
record SortOrder(String field, boolean ascending) {

    static Optional<SortOrder> of(String text) {
        int separator = Math.max(text.lastIndexOf('|'), text.lastIndexOf('.'));
        if (separator < 1) {
            return Optional.empty();
        }
        String field = text.substring(0, separator);
        return switch (text.substring(separator + 1).toLowerCase(Locale.ROOT)) {
            case "asc" -> Optional.of(new SortOrder(field, true));
            case "desc" -> Optional.of(new SortOrder(field, false));
            default -> Optional.empty();
        };
    }
}
