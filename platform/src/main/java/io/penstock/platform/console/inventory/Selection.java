package io.penstock.platform.console.inventory;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows of a list that a step is about, as a query: those that were ticked, or all that match.
 */
final class Selection {

    private static final int IDS_MAX = 100;

    private Selection() {}

    /**
     * @param field that holds the ids
     * @param all everything that matches the list's query
     * @throws FaultException MALFORMED when nothing is chosen
     */
    static String query(String field, List<UUID> ids, boolean all, String query) {
        if (all) {
            return query;
        }
        if (ids.isEmpty() || ids.size() > IDS_MAX) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "NOTHING_SELECTED",
                    ids.isEmpty()
                            ? "Nothing is selected."
                            : "More than " + IDS_MAX + " rows are selected.",
                    "Go back and tick some rows, or take all that match the query.");
        }
        return ids.stream()
                .distinct()
                .map(UUID::toString)
                .collect(Collectors.joining(", ", field + ":[", "]"));
    }
}
