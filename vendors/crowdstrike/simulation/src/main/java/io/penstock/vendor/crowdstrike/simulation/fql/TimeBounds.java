package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Clause;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Operator;

import java.time.Instant;
import java.util.List;

/**
 * What a filter demands of one time property, so that an ordered list can be cut before it is
 * tested.
 *
 * @param from the least allowed value in epoch milliseconds
 * @param to the first value that is not allowed any more
 * @param whole true when the filter demands nothing else
 */
public record TimeBounds(long from, long to, boolean whole) {

    /** Reads the bounds out of the parts of a filter that must all hold. */
    public static TimeBounds of(Fql filter, String property, Instant now) {
        return switch (filter) {
            case Clause clause -> clause(clause, property, now);
            case Fql.And(List<Fql> parts) ->
                    parts.stream()
                            .map(part -> of(part, property, now))
                            .reduce(
                                    new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE, true),
                                    TimeBounds::and);
            case Fql.Or _ -> new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE, false);
        };
    }

    private static TimeBounds clause(Clause clause, String property, Instant now) {
        boolean exact = clause.operator() == Operator.EQUALS && clause.values().size() == 1;
        if (!clause.property().equals(property) || !(exact || clause.operator().range())) {
            return new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE, false);
        }
        long limit = FqlTime.millis(clause.values().getFirst().text(), now);
        return switch (clause.operator()) {
            case EQUALS -> new TimeBounds(limit, limit + 1, true);
            case GREATER -> new TimeBounds(limit + 1, Long.MAX_VALUE, true);
            case GREATER_OR_EQUAL -> new TimeBounds(limit, Long.MAX_VALUE, true);
            case LESS -> new TimeBounds(Long.MIN_VALUE, limit, true);
            default -> new TimeBounds(Long.MIN_VALUE, limit + 1, true);
        };
    }

    /** Whether there is a bound at all. */
    public boolean bounded() {
        return from != Long.MIN_VALUE || to != Long.MAX_VALUE;
    }

    private TimeBounds and(TimeBounds other) {
        return new TimeBounds(
                Math.max(from, other.from), Math.min(to, other.to), whole && other.whole);
    }
}
