package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Clause;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Operator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads out of a filter what every record that passes it must have, so that it can be looked up.
 */
public final class Conditions {

    private Conditions() {}

    /** The texts one of which a property must be; nothing when the filter does not list them. */
    public static Optional<Set<String>> texts(Fql filter, String property) {
        return switch (filter) {
            case Clause clause -> clause(clause, property);
            case Fql.And(List<Fql> parts) ->
                    parts.stream()
                            .map(part -> texts(part, property))
                            .flatMap(Optional::stream)
                            .findFirst();
            case Fql.Or _ -> Optional.empty();
        };
    }

    private static Optional<Set<String>> clause(Clause clause, String property) {
        boolean lists = clause.property().equals(property) && clause.operator() == Operator.EQUALS;
        // An empty text stands for records that do not have the property.
        boolean missing = clause.values().stream().anyMatch(value -> value.text().isEmpty());
        return lists && !missing
                ? Optional.of(
                        clause.values().stream()
                                .map(Fql.Value::text)
                                .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }
}
