package io.penstock.platform.trend;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the figures of the dashboard are measured.
 *
 * @param workers threads, 0 or 1; 0 leaves the work to other processes on the same database
 * @param pace least time from one measurement of a tenant to the next, 1 s to 1 h
 * @param refresh most time from one to the next while nothing changes, 1 m to 24 h
 * @param timeout one statement may take this long, 1 s to 1 h
 * @param keptDays days of history, 30 to 3650
 * @param late a stream whose watermark is older is late, 1 m to 365 d
 * @param stale a stream whose watermark is older is stale; not less than {@code late}
 */
@ConfigurationProperties("penstock.trend")
public record TrendSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("1m") Duration pace,
        @DefaultValue("15m") Duration refresh,
        @DefaultValue("5m") Duration timeout,
        @DefaultValue("400") int keptDays,
        @DefaultValue("26h") Duration late,
        @DefaultValue("7d") Duration stale) {

    private static final Duration YEAR = Duration.ofDays(365);

    public TrendSettings {
        require("workers", workers, 0, 1);
        require("kept-days", keptDays, 30, 3_650);
        require("pace", pace, Duration.ofSeconds(1), Duration.ofHours(1));
        require("refresh", refresh, Duration.ofMinutes(1), Duration.ofHours(24));
        require("timeout", timeout, Duration.ofSeconds(1), Duration.ofHours(1));
        require("late", late, Duration.ofMinutes(1), YEAR);
        require("stale", stale, late, YEAR);
    }

    private static <T extends Comparable<T>> void require(String key, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "penstock.trend."
                            + key
                            + " is "
                            + value
                            + ", allowed are "
                            + least
                            + " to "
                            + most);
        }
    }
}
