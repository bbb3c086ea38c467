package io.penstock.core.transform;

import static io.penstock.core.transform.Making.PASSED_ON;

import io.penstock.core.schema.DataType;
import io.penstock.core.transform.MapFunction.Example;
import io.penstock.core.transform.MapFunction.Help;
import io.penstock.core.transform.MapFunction.Operator;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MapFunction.Signature;
import io.penstock.core.value.VendorTime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions on dates. What they give is RFC 3339 in UTC. */
final class DateFunctions {

    private static final int FORMAT_MAX = 60;
    private static final int TEXT_MAX = 100;
    private static final int MILLIS_DIGITS_MAX = 15;

    private DateFunctions() {}

    static List<MapFunction> all() {
        return List.of(toDate(), epochMillis());
    }

    private static MapFunction toDate() {
        return new MapFunction(
                "toDate",
                new Signature(
                        Over.EACH,
                        DataType.STRING,
                        DataType.DATE,
                        List.of(
                                Argument.text(
                                        "format",
                                        "the letters of Java's DateTimeFormatter; names of months"
                                                + " and days in English",
                                        1,
                                        FORMAT_MAX),
                                Argument.text(
                                                "zone",
                                                "the zone of texts that name none, such as"
                                                        + " Europe/Berlin",
                                                1,
                                                FORMAT_MAX)
                                        .or("UTC"))),
                new Help(
                        "Reads a date written in another form; a date alone is midnight in the"
                                + " zone.",
                        PASSED_ON,
                        new Example(
                                Map.of("format", "dd MMM yyyy HH:mm", "zone", "Europe/Berlin"),
                                List.of("22 Apr 2024 15:00"),
                                List.of("2024-04-22T13:00:00Z"))),
                (given, _) -> toDate(given));
    }

    private static Operator toDate(Arguments given) {
        var format = given.text("format");
        try {
            var zone = ZoneId.of(given.text("zone"));
            var formatter = formatter(format);
            return Making.orWarn(
                    "toDate",
                    "a date of the form '" + format + "'",
                    v -> read(v.strip(), formatter, zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "function 'toDate': zone '" + given.text("zone") + "' is not known", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "function 'toDate': format '" + format + "': " + e.getMessage(), e);
        }
    }

    /** The JDK trips over a padded letter that is followed by a number, such as {@code pped}. */
    private static DateTimeFormatter formatter(String format) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("a padded letter stands before another number", e);
        }
    }

    private static Optional<String> read(String text, DateTimeFormatter formatter, ZoneId zone) {
        if (text.length() > TEXT_MAX) {
            return Optional.empty();
        }
        try {
            var best =
                    formatter.parseBest(
                            text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            var instant =
                    switch (best) {
                        case ZonedDateTime zoned -> zoned.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        default -> LocalDate.from(best).atStartOfDay(zone).toInstant();
                    };
            return within(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static MapFunction epochMillis() {
        return new MapFunction(
                "epochMillis",
                new Signature(Over.EACH, DataType.INTEGER, DataType.DATE, List.of()),
                new Help(
                        "Reads milliseconds since 1970-01-01 in UTC.",
                        PASSED_ON,
                        Making.example("1713790800000", "2024-04-22T13:00:00Z")),
                (_, _) ->
                        Making.orWarn(
                                "epochMillis",
                                "a number of milliseconds",
                                DateFunctions::ofMillis));
    }

    private static Optional<String> ofMillis(String text) {
        return Numbers.parse(text)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.precision() - n.scale() <= MILLIS_DIGITS_MAX)
                .flatMap(n -> within(Instant.ofEpochMilli(n.longValueExact())));
    }

    private static Optional<String> within(Instant instant) {
        return VendorTime.within(instant) ? Optional.of(instant.toString()) : Optional.empty();
    }
}
