package io.penstock.platform.search;

import io.penstock.query.FieldType;
import io.penstock.query.Operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How numbers, dates, words and ids fit a value. */
final class PlainNumbers {

    private static final String UNITS = "smhdwMy";
    private static final List<ChronoUnit> LENGTHS =
            List.of(
                    ChronoUnit.SECONDS,
                    ChronoUnit.MINUTES,
                    ChronoUnit.HOURS,
                    ChronoUnit.DAYS,
                    ChronoUnit.WEEKS,
                    ChronoUnit.MONTHS,
                    ChronoUnit.YEARS);

    private PlainNumbers() {}

    static boolean fits(FieldType type, Operator operator, String wanted, String actual) {
        return switch (type) {
            case NUMBER ->
                    holds(operator, new BigDecimal(actual).compareTo(new BigDecimal(wanted)));
            case DATE -> holds(operator, order(Instant.parse(actual), span(wanted)));
            case ENUM, BOOLEAN, UUID, TEXT -> wanted.equalsIgnoreCase(actual);
        };
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case MATCHES, EQUALS -> order == 0;
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private record Span(OffsetDateTime from, OffsetDateTime until) {

        static Span of(OffsetDateTime from, ChronoUnit length) {
            return new Span(from, from.plus(1, length));
        }
    }

    /** Zero inside the span, negative before it, positive after it. */
    private static int order(Instant actual, Span span) {
        if (actual.isBefore(span.from().toInstant())) {
            return -1;
        }
        return actual.isBefore(span.until().toInstant()) ? 0 : 1;
    }

    private static Span span(String text) {
        if (text.regionMatches(true, 0, "now", 0, 3)) {
            return Span.of(moved(text.substring(3)), ChronoUnit.MICROS);
        }
        return switch (text.length()) {
            case 4 -> Span.of(day(text + "-01-01"), ChronoUnit.YEARS);
            case 7 -> Span.of(day(text + "-01"), ChronoUnit.MONTHS);
            case 10 -> Span.of(day(text), ChronoUnit.DAYS);
            default -> Span.of(OffsetDateTime.parse(text), length(text));
        };
    }

    private static OffsetDateTime moved(String by) {
        var now = SeededInventory.NOW.atOffset(ZoneOffset.UTC);
        if (by.isEmpty()) {
            return now;
        }
        var unit = LENGTHS.get(UNITS.indexOf(by.charAt(by.length() - 1)));
        return now.plus(Long.parseLong(by.substring(0, by.length() - 1)), unit);
    }

    private static OffsetDateTime day(String date) {
        return LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Of a time with a zone: a fraction is one moment, else the second it names. */
    private static ChronoUnit length(String time) {
        return time.indexOf('.') > 0 ? ChronoUnit.MICROS : ChronoUnit.SECONDS;
    }
}
