package io.penstock.platform.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Bounds of exports.
 *
 * @param exportTimeout one export may take this long, 1 s to 6 h
 * @param exportsMax exports that may be sent at the same time, 1 to 16, and at most half of the
 *     pool's connections
 */
@ConfigurationProperties("penstock.search")
public record ExportSettings(
        @DefaultValue("30m") Duration exportTimeout, @DefaultValue("2") int exportsMax) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(6);
    private static final int EXPORTS_MOST = 16;

    public ExportSettings {
        if (exportTimeout.compareTo(LEAST) < 0 || exportTimeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "penstock.search.export-timeout is "
                            + exportTimeout
                            + ", allowed are 1s to 6h");
        }
        if (exportsMax < 1 || exportsMax > EXPORTS_MOST) {
            throw new IllegalArgumentException(
                    "penstock.search.exports-max is "
                            + exportsMax
                            + ", allowed are 1 to "
                            + EXPORTS_MOST);
        }
    }
}
