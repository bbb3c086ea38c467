package io.penstock.platform.console.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How templates write numbers, times and words. */
@Component("texts")
public final class Texts {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int EXCERPT_MAX = 600;
    private static final long SECONDS_PER_DAY = 86_400;

    private final Clock clock;

    Texts(Clock clock) {
        this.clock = clock;
    }

    /** For a reader without scripts; the console's script turns it into the reader's zone. */
    public String utc(Instant time) {
        return UTC.format(time);
    }

    public String count(@Nullable Number number) {
        return number == null ? "—" : String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /** The words of the severity scale, etm 5.9. */
    public static String severity(int severity) {
        return switch (severity) {
            case 5 -> "Urgent";
            case 4 -> "Critical";
            case 3 -> "Serious";
            case 2 -> "Medium";
            case 1 -> "Minimal";
            default -> "Unknown";
        };
    }

    /** {@code ACTIVE} as {@code Active}. */
    public String word(String code) {
        return code.isEmpty()
                ? code
                : code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 3 min ago}. */
    public String ago(Instant time) {
        var seconds = Math.max(0, Duration.between(time, clock.instant()).toSeconds());
        if (seconds < 60) {
            return "just now";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min ago";
        }
        return seconds < SECONDS_PER_DAY
                ? seconds / 3_600 + " h ago"
                : seconds / SECONDS_PER_DAY + " d ago";
    }

    /** {@code 1 h 04 min} or {@code 12 s}; up to now when it has no end. */
    public String lasting(Instant from, @Nullable Instant until) {
        var length = Duration.between(from, until == null ? clock.instant() : until);
        var seconds = Math.max(0, length.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60);
    }

    /** The start of a long text, cut between characters. */
    public String excerpt(String text) {
        if (text.codePointCount(0, text.length()) <= EXCERPT_MAX) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, EXCERPT_MAX)) + "…";
    }
}
