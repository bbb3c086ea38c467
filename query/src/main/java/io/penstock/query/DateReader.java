package io.penstock.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as spans of time in UTC: a year, a month, a day, a second, or one moment. */
final class DateReader {

    private static final Pattern RELATIVE =
            Pattern.compile("(?i:now)(?:([+-])(\\d{1,6})([smhdwMy]))?");
    private static final Pattern ABSOLUTE =
            Pattern.compile(
                    "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
                            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,6}))?)?"
                            + "(Z|[+-]\\d\\d:\\d\\d)?)?)?)?");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of(
                    "s", ChronoUnit.SECONDS,
                    "m", ChronoUnit.MINUTES,
                    "h", ChronoUnit.HOURS,
                    "d", ChronoUnit.DAYS,
                    "w", ChronoUnit.WEEKS,
                    "M", ChronoUnit.MONTHS,
                    "y", ChronoUnit.YEARS);
    private static final int YEAR_MAX = 9_999;
    private static final int MICROS_DIGITS = 6;

    private final OffsetDateTime now;

    /** The database keeps microseconds, so "now" has no more either. */
    DateReader(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** From start to before end. */
    record Span(OffsetDateTime start, OffsetDateTime end) {

        Condition compared(Operator operator) {
            return switch (operator) {
                case MATCHES, EQUALS -> new Condition.Both(atLeast(start), before(end));
                case GREATER -> atLeast(end);
                case AT_LEAST -> atLeast(start);
                case LESS -> before(start);
                case AT_MOST -> before(end);
            };
        }

        private static Condition atLeast(OffsetDateTime time) {
            return new Condition.Order(Operator.AT_LEAST, time);
        }

        private static Condition before(OffsetDateTime time) {
            return new Condition.Order(Operator.LESS, time);
        }
    }

    Condition between(QueryField field, Predicate.Between range) {
        var from = read(field, range.from());
        var to = read(field, range.to());
        if (from.start().isAfter(to.start())) {
            throw ConditionReader.reversed(range, from.start(), to.start());
        }
        return range.inclusive()
                ? new Condition.Both(
                        from.compared(Operator.AT_LEAST), to.compared(Operator.AT_MOST))
                : new Condition.Both(from.compared(Operator.GREATER), to.compared(Operator.LESS));
    }

    Span read(QueryField field, Value value) {
        try {
            var relative = RELATIVE.matcher(value.text());
            if (relative.matches()) {
                return relative(relative);
            }
            var absolute = ABSOLUTE.matcher(value.text());
            if (absolute.matches()) {
                return absolute(absolute);
            }
        } catch (DateTimeException e) {
            throw notADate(field, value, e.getMessage() + ".");
        }
        throw notADate(field, value, "");
    }

    private static QueryException notADate(QueryField field, Value value, String why) {
        return ConditionReader.wrong(
                field, value, "a date such as 2026-01-31, '2026-01-31T10:00:00Z' or now-7d", why);
    }

    private Span relative(Matcher parts) {
        if (parts.group(1) == null) {
            return span(now, ChronoUnit.MICROS);
        }
        var amount = Long.parseLong(parts.group(1) + parts.group(2));
        var unit = UNITS.getOrDefault(parts.group(3), ChronoUnit.DAYS);
        return span(now.plus(amount, unit), ChronoUnit.MICROS);
    }

    private static Span absolute(Matcher parts) {
        var date =
                LocalDate.of(
                        Integer.parseInt(parts.group(1)),
                        number(parts.group(2), 1),
                        number(parts.group(3), 1));
        if (parts.group(4) == null) {
            var unit =
                    parts.group(2) == null
                            ? ChronoUnit.YEARS
                            : parts.group(3) == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
            return span(date.atStartOfDay().atOffset(ZoneOffset.UTC), unit);
        }
        return timed(date, parts);
    }

    private static Span timed(LocalDate date, Matcher parts) {
        var zone = parts.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(8));
        var fraction = parts.group(7);
        var time =
                date.atTime(number(parts.group(4), 0), number(parts.group(5), 0))
                        .plusSeconds(second(parts.group(6)));
        if (fraction != null) {
            var micros = Integer.parseInt((fraction + "000000").substring(0, MICROS_DIGITS));
            time = time.plus(micros, ChronoUnit.MICROS);
        }
        var unit =
                fraction != null
                        ? ChronoUnit.MICROS
                        : parts.group(6) == null ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        return span(time.atOffset(zone).withOffsetSameInstant(ZoneOffset.UTC), unit);
    }

    private static int second(String text) {
        var second = number(text, 0);
        if (second > 59) {
            throw new DateTimeException("Invalid value for seconds: " + second);
        }
        return second;
    }

    private static int number(String text, int absent) {
        return text == null ? absent : Integer.parseInt(text);
    }

    private static Span span(OffsetDateTime start, ChronoUnit length) {
        if (start.getYear() < 1 || start.getYear() >= YEAR_MAX) {
            throw new DateTimeException("The year is outside 1 to " + (YEAR_MAX - 1));
        }
        return new Span(start, start.plus(1, length));
    }
}
