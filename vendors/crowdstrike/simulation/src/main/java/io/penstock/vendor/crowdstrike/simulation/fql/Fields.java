package io.penstock.vendor.crowdstrike.simulation.fql;

import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Clause;
import io.penstock.vendor.crowdstrike.simulation.fql.Fql.Operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The properties a service can filter on, and the compiler from a filter to a test.
 *
 * @param now what {@code 'now-7d'} counts from
 * @param <T> the record
 */
public record Fields<T>(Map<String, Field<T>> byName, Instant now) {

    public Fields {
        byName = Map.copyOf(byName);
    }

    /**
     * Makes the test a record must pass.
     *
     * @throws io.penstock.core.fault.FaultException for an unknown property, an operator it does
     *     not have, or a value of the wrong kind
     */
    public Predicate<T> compile(Fql filter) {
        return switch (filter) {
            case Fql.And(List<Fql> parts) ->
                    parts.stream().map(this::compile).reduce(_ -> true, Predicate::and);
            case Fql.Or(List<Fql> parts) ->
                    parts.stream().map(this::compile).reduce(_ -> false, Predicate::or);
            case Clause clause -> clause(clause);
        };
    }

    private Predicate<T> clause(Clause clause) {
        Field<T> field = byName.get(clause.property());
        if (field == null) {
            throw FqlParser.unreadable("'" + clause.property() + "' is an unknown property");
        }
        Operator operator = clause.operator();
        if (operator.range() && clause.values().size() != 1) {
            throw refused(clause);
        }
        Predicate<T> positive =
                switch (field) {
                    case Field.Text<T> text -> Texts.one(text, clause);
                    case Field.Texts<T> texts -> Texts.any(texts, clause);
                    case Field.Time<T> time -> time(time, clause);
                    case Field.Numeric<T> number -> number(number, clause);
                    case Field.Flag<T> flag -> flag(flag, clause);
                };
        return operator.negated() ? positive.negate() : positive;
    }

    private Predicate<T> time(Field.Time<T> field, Clause clause) {
        LongPredicate wanted =
                clause.values().stream()
                        .map(v -> FqlTime.millis(v.text(), now))
                        .map(limit -> times(clause, limit))
                        .reduce(_ -> false, LongPredicate::or);
        return record -> {
            long value = field.of().applyAsLong(record);
            return value != Field.NO_TIME && wanted.test(value);
        };
    }

    private static LongPredicate times(Clause clause, long limit) {
        return switch (clause.operator()) {
            case EQUALS, NOT -> v -> v == limit;
            case GREATER -> v -> v > limit;
            case GREATER_OR_EQUAL -> v -> v >= limit;
            case LESS -> v -> v < limit;
            case LESS_OR_EQUAL -> v -> v <= limit;
            case MATCHES, NOT_MATCHES, WILDCARD, NOT_WILDCARD -> throw refused(clause);
        };
    }

    private static <T> Predicate<T> number(Field.Numeric<T> field, Clause clause) {
        if (clause.operator().range() && !field.ranges()) {
            throw refused(clause);
        }
        DoublePredicate wanted =
                clause.values().stream()
                        .map(v -> numbers(clause, numberOf(clause, v.text())))
                        .reduce(_ -> false, DoublePredicate::or);
        return record -> wanted.test(field.of().applyAsDouble(record));
    }

    private static double numberOf(Clause clause, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(clause);
        }
    }

    private static DoublePredicate numbers(Clause clause, double limit) {
        return switch (clause.operator()) {
            case EQUALS, NOT -> v -> v == limit;
            case GREATER -> v -> v > limit;
            case GREATER_OR_EQUAL -> v -> v >= limit;
            case LESS -> v -> v < limit;
            case LESS_OR_EQUAL -> v -> v <= limit;
            case MATCHES, NOT_MATCHES, WILDCARD, NOT_WILDCARD -> throw refused(clause);
        };
    }

    private static <T> Predicate<T> flag(Field.Flag<T> field, Clause clause) {
        String text = clause.values().getFirst().text();
        boolean readable = text.equals("true") || text.equals("false");
        boolean allowed = clause.operator() == Operator.EQUALS || clause.operator() == Operator.NOT;
        if (!readable || !allowed || clause.values().size() != 1) {
            throw refused(clause);
        }
        return text.equals("true") ? field.of() : field.of().negate();
    }

    static RuntimeException refused(Clause clause) {
        return FqlParser.unreadable(
                "'"
                        + clause.property()
                        + "' cannot be compared with "
                        + (clause.operator() == Operator.EQUALS ? "=" : clause.operator().symbol())
                        + " and this value");
    }
}
