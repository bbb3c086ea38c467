package io.penstock.platform.reading;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.time.Duration;

/**
 * How a profile reads.
 *
 * @param fullEvery how long after a complete full run the next one is due; zero makes every run a
 *     full one
 * @param overlap how far before its watermark a delta begins, because rows become visible at the
 *     vendor some minutes after the time they carry
 */
public record ReadingSettings(Duration fullEvery, Duration overlap) {

    public static final Duration FULL_EVERY_MIN = Duration.ofHours(1);
    public static final Duration FULL_EVERY_MAX = Duration.ofDays(90);
    public static final Duration OVERLAP_MIN = Duration.ofMinutes(1);
    public static final Duration OVERLAP_MAX = Duration.ofDays(1);

    /**
     * @throws FaultException CONFIGURATION naming the one that is out of its bounds
     */
    public ReadingSettings {
        if (!fullEvery.isZero() && !within(fullEvery, FULL_EVERY_MIN, FULL_EVERY_MAX)) {
            throw refused("fullEvery", fullEvery, "PT0S or " + FULL_EVERY_MIN, FULL_EVERY_MAX);
        }
        if (!within(overlap, OVERLAP_MIN, OVERLAP_MAX)) {
            throw refused("overlap", overlap, OVERLAP_MIN.toString(), OVERLAP_MAX);
        }
    }

    private static boolean within(Duration length, Duration min, Duration max) {
        return length.compareTo(min) >= 0 && length.compareTo(max) <= 0;
    }

    private static FaultException refused(
            String name, Duration value, String least, Duration most) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "READING_RANGE",
                "'" + name + "' is " + value + ", allowed are " + least + " to " + most + ".",
                "");
    }
}
