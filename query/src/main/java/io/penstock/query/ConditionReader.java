package io.penstock.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Predicates of a field as conditions, checked against the field's type. */
final class ConditionReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final String NUMBER_BOUND =
            "a number of at most 9 digits before and after the point";
    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Pattern LONG_NUMBER = Pattern.compile("-?[\\d.]{10,}");

    private final DateReader dates;
    private final AgeReader ages;

    /** Relative dates and ages count from {@code now}. */
    ConditionReader(Instant now) {
        this.dates = new DateReader(now);
        this.ages = new AgeReader(now);
    }

    Condition read(QueryField field, Predicate predicate, Place place) {
        return switch (predicate) {
            case Predicate.Missing _ -> new Condition.Missing();
            case Predicate.Present _ -> new Condition.Present();
            case Predicate.Compare compare -> compare(field, compare, place);
            case Predicate.AnyOf any -> anyOf(field, any);
            case Predicate.Between range -> between(field, range);
        };
    }

    private Condition compare(QueryField field, Predicate.Compare compare, Place place) {
        var operator = compare.operator();
        if (operator.ordering() && !ordered(field)) {
            throw new QueryException(
                    place.column(),
                    "'"
                            + operator.symbol()
                            + "' compares numbers and dates, "
                            + field.name()
                            + " is neither.",
                    "Write: " + field.name() + ":value");
        }
        if (field.shape().daysSince()) {
            return ages.compare(field, compare);
        }
        return switch (field.type()) {
            case TEXT -> TextConditions.read(operator, compare.value(), field.shape().match());
            case DATE -> dates.read(field, compare.value()).compared(operator);
            case NUMBER, ENUM, BOOLEAN, UUID -> {
                var value = single(field, compare.value());
                yield operator.ordering()
                        ? new Condition.Order(operator, value)
                        : new Condition.Whole(List.of(value));
            }
        };
    }

    private Condition anyOf(QueryField field, Predicate.AnyOf any) {
        if (field.shape().daysSince()) {
            return ages.anyOf(field, any.values());
        }
        return switch (field.type()) {
            case TEXT -> TextConditions.anyOf(any.values(), field.shape().match());
            case DATE -> {
                var spans = new ArrayList<Condition>();
                for (var value : any.values()) {
                    spans.add(dates.read(field, value).compared(Operator.MATCHES));
                }
                yield spans.size() == 1 ? spans.getFirst() : new Condition.Either(spans);
            }
            case NUMBER, ENUM, BOOLEAN, UUID ->
                    new Condition.Whole(
                            any.values().stream().map(value -> single(field, value)).toList());
        };
    }

    private Condition between(QueryField field, Predicate.Between range) {
        return switch (field.type()) {
            case DATE -> dates.between(field, range);
            case NUMBER ->
                    field.shape().daysSince() ? ages.between(field, range) : numbers(field, range);
            case TEXT, ENUM, BOOLEAN, UUID ->
                    throw new QueryException(
                            range.from().place().column(),
                            "A range needs numbers or dates, " + field.name() + " is neither.",
                            "Several values are written as a list: " + field.name() + ":[a, b]");
        };
    }

    private static Condition numbers(QueryField field, Predicate.Between range) {
        var from = number(field, range.from());
        var to = number(field, range.to());
        if (decimal(from).compareTo(decimal(to)) > 0) {
            throw reversed(range, from, to);
        }
        return new Condition.Both(
                new Condition.Order(range.inclusive() ? Operator.AT_LEAST : Operator.GREATER, from),
                new Condition.Order(range.inclusive() ? Operator.AT_MOST : Operator.LESS, to));
    }

    private static Object single(QueryField field, Value value) {
        return switch (field.type()) {
            case NUMBER -> number(field, value);
            case BOOLEAN -> truth(field, value);
            case UUID -> uuid(field, value);
            case ENUM, TEXT, DATE -> word(field, value);
        };
    }

    /** Whole numbers stay integers, so that an index over an integer column is used. */
    private static Number number(QueryField field, Value value) {
        var text = value.text();
        if (!NUMBER.matcher(text).matches()) {
            var expected = LONG_NUMBER.matcher(text).matches() ? NUMBER_BOUND : "a number";
            throw wrong(field, value, expected, "");
        }
        return text.indexOf('.') < 0 ? (Number) Integer.valueOf(text) : new BigDecimal(text);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static Boolean truth(QueryField field, Value value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(field, value, "true or false", "");
        };
    }

    private static UUID uuid(QueryField field, Value value) {
        if (!UUID_TEXT.matcher(value.text()).matches()) {
            throw wrong(field, value, "a UUID such as 6f1c1d3e-2b1a-4c8e-9a55-0d6f7a3b2c11", "");
        }
        return UUID.fromString(value.text());
    }

    private static Object word(QueryField field, Value value) {
        for (var allowed : field.values().entrySet()) {
            if (allowed.getKey().equalsIgnoreCase(value.text())) {
                return allowed.getValue();
            }
        }
        var near = Nearest.of(value.text(), field.values().keySet());
        throw wrong(
                field,
                value,
                "one of " + String.join(", ", field.values().keySet()),
                near.map(word -> "Did you mean " + word + "?").orElse(""));
    }

    static boolean ordered(QueryField field) {
        return field.type() == FieldType.NUMBER || field.type() == FieldType.DATE;
    }

    static QueryException reversed(Predicate.Between range, Object from, Object to) {
        return new QueryException(
                range.from().place().column(),
                "The range starts at " + from + " and ends before that, at " + to + ".",
                "Write the smaller end first.");
    }

    /** A value that does not fit; without a better hint, the field's example is one. */
    static QueryException wrong(QueryField field, Value value, String expected, String hint) {
        return new QueryException(
                value.place().column(),
                field.name() + " needs " + expected + ", found '" + value.text() + "'.",
                hint.isEmpty() ? "Write for example: " + field.example() : hint);
    }
}
