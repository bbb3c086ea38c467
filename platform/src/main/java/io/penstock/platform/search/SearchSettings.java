package io.penstock.platform.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Bounds of a search.
 *
 * @param timeout one statement may take this long, 1 to 60 s
 */
@ConfigurationProperties("penstock.search")
public record SearchSettings(@DefaultValue("5s") Duration timeout) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    public SearchSettings {
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "penstock.search.timeout is " + timeout + ", allowed are 1s to 60s");
        }
    }
}
