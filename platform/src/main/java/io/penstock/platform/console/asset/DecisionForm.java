package io.penstock.platform.console.asset;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.identity.DecisionOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a person wants to decide on a host, as the form sends it.
 *
 * @param action {@code merge}, {@code split}, {@code pin} or {@code forbid}
 * @param other of a merge the other host
 * @param records of a split those that go; of a pin or forbid the two
 */
public record DecisionForm(String action, String other, List<String> records, String reason) {

    private static final int RECORDS_MAX = 2_000;

    public DecisionForm {
        records = List.copyOf(records);
    }

    /**
     * @param asset the host on whose page it is decided
     * @throws FaultException CONFIGURATION with a sentence for what is missing or malformed
     */
    DecisionOrder order(UUID asset) {
        return switch (action) {
            case "merge" -> new DecisionOrder.Merge(asset, id(other, "the other host"));
            case "split" -> new DecisionOrder.Split(asset, ids(1, RECORDS_MAX));
            case "pin" -> {
                var two = ids(2, 2);
                yield new DecisionOrder.Pin(two.getFirst(), two.getLast());
            }
            case "forbid" -> {
                var two = ids(2, 2);
                yield new DecisionOrder.Forbid(two.getFirst(), two.getLast());
            }
            default ->
                    throw refused("No decision was chosen.", "Use the buttons of the host's page.");
        };
    }

    private List<UUID> ids(int least, int most) {
        var typed = records.stream().filter(record -> !record.isBlank()).toList();
        if (typed.size() < least || typed.size() > most) {
            throw refused(
                    typed.size()
                            + " records are chosen, the decision needs "
                            + (least == most ? least : least + " to " + most)
                            + ".",
                    "Choose them in the list of records.");
        }
        var ids = new ArrayList<UUID>();
        typed.forEach(record -> ids.add(id(record, "a record")));
        return ids;
    }

    private static UUID id(String typed, String what) {
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "DECISION_ID",
                            "The id of " + what + " is malformed.",
                            "Paste the id that its page shows, such as"
                                    + " 10000000-0000-4000-8000-000000000001."),
                    e);
        }
    }

    private static FaultException refused(String sentence, String hint) {
        return new FaultException(FaultKind.CONFIGURATION, "DECISION_INPUT", sentence, hint);
    }
}
