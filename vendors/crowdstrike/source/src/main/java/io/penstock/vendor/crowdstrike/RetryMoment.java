package io.penstock.vendor.crowdstrike;

import io.penstock.source.HttpAnswer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * When the vendor wants to be asked again. Its documents give {@code X-Ratelimit-RetryAfter} in
 * milliseconds since 1970, every client in the field reads seconds; the size of the number tells.
 */
final class RetryMoment {

    private static final long MILLISECONDS_FROM = 100_000_000_000L;
    private static final Duration WAIT_MIN = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);

    private RetryMoment() {}

    /** The wait asked for, 1 to 120 s; null when the header is absent, unreadable or past. */
    static @Nullable Duration wait(HttpAnswer answer, Instant now) {
        var text = answer.header("x-ratelimit-retryafter").orElse("").strip();
        if (!text.matches("\\d{1,18}")) {
            return null;
        }
        var number = Long.parseLong(text);
        var moment =
                number > MILLISECONDS_FROM
                        ? Instant.ofEpochMilli(number)
                        : Instant.ofEpochSecond(number);
        var wait = Duration.between(now, moment);
        if (!wait.isPositive()) {
            return null;
        }
        return wait.compareTo(WAIT_MIN) < 0
                ? WAIT_MIN
                : wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
