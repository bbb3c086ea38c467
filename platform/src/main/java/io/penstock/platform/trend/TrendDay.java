package io.penstock.platform.trend;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One day in UTC.
 *
 * @param levels as they were at the day's last measurement; null when nobody measured that day
 * @param found findings that were first found on it, as their source dates them
 * @param fixed findings whose last fix was on it
 * @param reopened findings that came back for the last time on it
 */
public record TrendDay(
        LocalDate day, @Nullable Levels levels, Figure found, Figure fixed, Figure reopened) {

    /**
     * @param open findings that were not FIXED
     * @param openBySeverity the same for the severities 1 to 5, in this order
     * @param scores of all hosts
     */
    public record Levels(
            Instant measuredAt,
            long open,
            List<Long> openBySeverity,
            long hosts,
            Summary.Scores scores) {

        public Levels {
            openBySeverity = List.copyOf(openBySeverity);
        }
    }
}
