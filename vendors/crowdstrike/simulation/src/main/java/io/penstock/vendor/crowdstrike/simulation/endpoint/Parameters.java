package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.core.fault.FaultException;
import io.penstock.simulator.SimulatedRequest;
import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql;
import io.penstock.vendor.crowdstrike.simulation.fql.FqlParser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the parameters the calls have in common. */
final class Parameters {

    static final int LIMIT = 100;

    private Parameters() {}

    /** A page size between 1 and the greatest. */
    static int limit(SimulatedRequest request, int max) {
        String text = request.parameter("limit").orElse(Integer.toString(LIMIT));
        int limit = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (limit < 1 || limit > max) {
            throw new Refusal(400, text + " is an invalid page size, must be between 1 and " + max);
        }
        return limit;
    }

    /**
     * Parses and compiles the filter.
     *
     * @param text may be empty when there is a member
     * @param member the only customer to be seen, or empty
     * @param sentence makes the vendor's message out of what is wrong
     */
    static <T> Filter<T> filter(
            String text, String member, Fields<T> fields, Function<String, String> sentence) {
        try {
            List<Fql> parts = new ArrayList<>();
            if (!text.isEmpty()) {
                parts.add(FqlParser.parse(text));
            }
            if (!member.isEmpty()) {
                parts.add(
                        new Fql.Clause(
                                "cid", Fql.Operator.EQUALS, List.of(new Fql.Value(member, true))));
            }
            Fql tree = parts.size() == 1 ? parts.getFirst() : new Fql.And(parts);
            return new Filter<>(member + "," + text, tree, fields.compile(tree));
        } catch (FaultException e) {
            throw new Refusal(400, sentence.apply(e.fault().message()));
        }
    }

    /** Whether the client takes gzip. */
    static boolean gzip(SimulatedRequest request) {
        return request.header("accept-encoding").orElse("").contains("gzip");
    }
}
