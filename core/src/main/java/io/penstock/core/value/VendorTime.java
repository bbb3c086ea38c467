package io.penstock.core.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the times vendors send: RFC 3339 with a zone, or a bare date, which is taken as midnight
 * UTC. The form nearly every record uses, {@code 2023-05-19T21:04:49Z}, is read digit by digit,
 * because a general formatter costs more than the rest of a record's conversions together.
 */
public final class VendorTime {

    private static final int PLAIN_LENGTH = "2023-05-19T21:04:49Z".length();
    private static final int DATE_LENGTH = "2023-05-19".length();
    private static final int SECONDS_PER_DAY = 86_400;

    private static final int TEXT_MAX = 64;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private VendorTime() {}

    /** Whether a time is of the years 1 to 9999, which every database and client can hold. */
    public static boolean within(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /** The instant, or nothing when the text is no such time, or not of the years 1 to 9999. */
    public static Optional<Instant> parse(String text) {
        return text.length() > TEXT_MAX ? Optional.empty() : read(text).filter(VendorTime::within);
    }

    private static Optional<Instant> read(String text) {
        try {
            if (text.length() == PLAIN_LENGTH && plain(text)) {
                return Optional.of(readPlain(text));
            }
            if (text.length() == DATE_LENGTH) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean plain(String text) {
        for (var i = 0; i < PLAIN_LENGTH; i++) {
            var c = text.charAt(i);
            var fits =
                    switch (i) {
                        case 4, 7 -> c == '-';
                        case 10 -> c == 'T';
                        case 13, 16 -> c == ':';
                        case 19 -> c == 'Z';
                        default -> c >= '0' && c <= '9';
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant readPlain(String text) {
        var year = two(text, 0) * 100 + two(text, 2);
        var hour = two(text, 11);
        var minute = two(text, 14);
        var second = two(text, 17);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("no such time of day");
        }
        var day = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay();
        return Instant.ofEpochSecond(day * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
