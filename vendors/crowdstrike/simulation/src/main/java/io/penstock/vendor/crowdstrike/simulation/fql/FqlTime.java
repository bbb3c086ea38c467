package io.penstock.vendor.crowdstrike.simulation.fql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in a filter: a date, a minute, a second or finer, always UTC, or {@code now-7d}. */
final class FqlTime {

    private static final Pattern RELATIVE = Pattern.compile("now(?:-([0-9]{1,6})([dh]))?");

    private FqlTime() {}

    static long millis(String text, Instant now) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return now.minus(distance(relative)).toEpochMilli();
        }
        try {
            return absolute(text);
        } catch (DateTimeException e) {
            throw FqlParser.unreadable("'" + text + "' is not a time");
        }
    }

    private static Duration distance(Matcher relative) {
        if (relative.group(1) == null) {
            return Duration.ZERO;
        }
        long count = Long.parseLong(relative.group(1));
        return relative.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count);
    }

    private static long absolute(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
