package io.penstock.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers of whole days as conditions on the date they count from, so that an index over the date
 * serves. The age is {@code n} days from {@code n} times 24 hours on, for 24 hours.
 */
final class AgeReader {

    private static final Pattern DAYS = Pattern.compile("-?\\d{1,5}");

    private final OffsetDateTime now;

    AgeReader(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    Condition compare(QueryField field, Predicate.Compare compare) {
        return compared(compare.operator(), days(field, compare.value()));
    }

    Condition anyOf(QueryField field, List<Value> values) {
        return new Condition.Either(
                values.stream()
                        .map(value -> compared(Operator.MATCHES, days(field, value)))
                        .toList());
    }

    Condition between(QueryField field, Predicate.Between range) {
        var from = days(field, range.from());
        var to = days(field, range.to());
        if (from > to) {
            throw ConditionReader.reversed(range, from, to);
        }
        return range.inclusive()
                ? new Condition.Both(
                        compared(Operator.AT_LEAST, from), compared(Operator.AT_MOST, to))
                : new Condition.Both(compared(Operator.GREATER, from), compared(Operator.LESS, to));
    }

    private Condition compared(Operator operator, int days) {
        return switch (operator) {
            case MATCHES, EQUALS -> new Condition.Both(youngerThan(days + 1), atLeast(days));
            case AT_LEAST -> atLeast(days);
            case GREATER -> atLeast(days + 1);
            case LESS -> youngerThan(days);
            case AT_MOST -> youngerThan(days + 1);
        };
    }

    private Condition atLeast(int days) {
        return new Condition.Order(Operator.AT_MOST, now.minusDays(days));
    }

    private Condition youngerThan(int days) {
        return new Condition.Order(Operator.GREATER, now.minusDays(days));
    }

    private static int days(QueryField field, Value value) {
        if (!DAYS.matcher(value.text()).matches()) {
            throw ConditionReader.wrong(field, value, "a whole number of days", "");
        }
        return Integer.parseInt(value.text());
    }
}
