package io.penstock.platform.acceptance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Bounds of decisions.
 *
 * @param longest how far ahead the end of one may lie, 1 to 3,650 days
 */
@ConfigurationProperties("penstock.acceptance")
public record AcceptanceSettings(@DefaultValue("366d") Duration longest) {

    /** Key of the choice at run time. */
    static final String LONGEST_DAYS = "acceptances.longest-days";

    static final Duration LEAST = Duration.ofDays(1);
    static final Duration MOST = Duration.ofDays(3_650);

    public AcceptanceSettings {
        if (longest.compareTo(LEAST) < 0 || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "penstock.acceptance.longest is " + longest + ", allowed are 1d to 3650d");
        }
    }
}
