package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.identity.DecisionOrder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a person decides.
 *
 * @param action {@code merge}, {@code split}, {@code pin} or {@code forbid}
 * @param assets of a merge the two assets, of a split the one
 * @param records of a split those that leave; of a pin or forbid the two records
 * @param reason one sentence
 */
record DecisionInput(
        @Nullable String action,
        @Nullable List<@Nullable UUID> assets,
        @Nullable List<@Nullable UUID> records,
        @Nullable String reason) {

    private static final int RECORDS_MAX = 2_000;

    DecisionOrder order() {
        return switch (action == null ? "" : action) {
            case "merge" -> {
                var two = ids("assets", assets, 2, 2);
                yield new DecisionOrder.Merge(two.getFirst(), two.getLast());
            }
            case "split" ->
                    new DecisionOrder.Split(
                            ids("assets", assets, 1, 1).getFirst(),
                            ids("records", records, 1, RECORDS_MAX));
            case "pin" -> {
                var two = ids("records", records, 2, 2);
                yield new DecisionOrder.Pin(two.getFirst(), two.getLast());
            }
            case "forbid" -> {
                var two = ids("records", records, 2, 2);
                yield new DecisionOrder.Forbid(two.getFirst(), two.getLast());
            }
            default ->
                    throw fault(
                            "DECISION_ACTION",
                            "The body's 'action' is not 'merge', 'split', 'pin' or 'forbid'.");
        };
    }

    String why() {
        return reason == null ? "" : reason;
    }

    private List<UUID> ids(
            String field, @Nullable List<@Nullable UUID> given, int least, int most) {
        var ids = new ArrayList<UUID>();
        for (var id : given == null ? List.<@Nullable UUID>of() : given) {
            if (id == null) {
                throw fault("DECISION_IDS", "The body's '" + field + "' has an empty id.");
            }
            ids.add(id);
        }
        if (ids.size() < least || ids.size() > most) {
            var count = least == most ? String.valueOf(least) : least + " to " + most;
            throw fault(
                    "DECISION_IDS",
                    "The action '%s' needs %s ids in '%s', got %d."
                            .formatted(action, count, field, ids.size()));
        }
        return ids;
    }

    private static FaultException fault(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
