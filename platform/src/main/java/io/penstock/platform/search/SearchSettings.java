package io.penstock.platform.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Bounds of a search.
 *
 * @param timeout one statement may take this long, 1 to 60 s
 * @param moment what stands beside a list may take this long, 50 ms up to the time-out
 */
@ConfigurationProperties("penstock.search")
public record SearchSettings(
        @DefaultValue("5s") Duration timeout, @DefaultValue("400ms") Duration moment) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration LEAST_MOMENT = Duration.ofMillis(50);

    public SearchSettings {
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "penstock.search.timeout is " + timeout + ", allowed are 1s to 60s");
        }
        if (moment.compareTo(LEAST_MOMENT) < 0 || moment.compareTo(timeout) > 0) {
            throw new IllegalArgumentException(
                    "penstock.search.moment is "
                            + moment
                            + ", allowed are 50ms to penstock.search.timeout");
        }
    }
}
