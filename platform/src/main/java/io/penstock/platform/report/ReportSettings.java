package io.penstock.platform.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Bounds of reports.
 *
 * @param directory of the files; processes that share a database share it, too
 * @param workers reports that are made at the same time, 0 to 4
 * @param kept how long after its end a report is kept, 1 minute to 365 days
 * @param perUser reports of one person that are kept, 1 to 1000; the oldest go first
 * @param waitingPerUser reports of one person that may wait or be made, 1 to 100
 * @param bytesMax of all files together as they are stored, 1 MB to 10 TB; the oldest go first
 */
@ConfigurationProperties("penstock.reports")
public record ReportSettings(
        Path directory,
        @DefaultValue("1") int workers,
        @DefaultValue("7d") Duration kept,
        @DefaultValue("50") int perUser,
        @DefaultValue("5") int waitingPerUser,
        @DefaultValue("10GB") DataSize bytesMax) {

    /** Key of the choice at run time. */
    static final String KEPT_DAYS = "reports.kept-days";

    private static final Duration KEPT_LEAST = Duration.ofMinutes(1);
    private static final Duration KEPT_MOST = Duration.ofDays(365);

    public ReportSettings {
        require("workers", workers, 0, 4);
        require("per-user", perUser, 1, 1_000);
        require("waiting-per-user", waitingPerUser, 1, 100);
        require("bytes-max (in MB)", bytesMax.toMegabytes(), 1, 10_000_000);
        if (kept.compareTo(KEPT_LEAST) < 0 || kept.compareTo(KEPT_MOST) > 0) {
            throw new IllegalArgumentException(
                    "penstock.reports.kept is " + kept + ", allowed are 1m to 365d");
        }
    }

    private static void require(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "penstock.reports."
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
