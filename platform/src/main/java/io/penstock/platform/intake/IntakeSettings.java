package io.penstock.platform.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * The intake's bounds.
 *
 * @param pageBytesMax most bytes of one page as sent
 * @param backlogBytes most bytes of pages that wait for transformation; beyond, engines are told to
 *     come back later
 * @param concurrentPages pages taken in at once by this process; bounds its memory
 * @param lease how long a run stays an engine's without a sign of life
 */
@ConfigurationProperties("penstock.intake")
public record IntakeSettings(
        @DefaultValue("64MB") DataSize pageBytesMax,
        @DefaultValue("512MB") DataSize backlogBytes,
        @DefaultValue("8") int concurrentPages,
        @DefaultValue("60s") Duration lease) {

    public IntakeSettings {
        if (pageBytesMax.toMegabytes() < 1 || pageBytesMax.toMegabytes() > 512) {
            throw new IllegalArgumentException(
                    "penstock.intake.page-bytes-max is "
                            + pageBytesMax
                            + ", allowed are 1MB to 512MB");
        }
        if (concurrentPages < 1 || concurrentPages > 256) {
            throw new IllegalArgumentException(
                    "penstock.intake.concurrent-pages is "
                            + concurrentPages
                            + ", allowed are 1 to 256");
        }
        if (lease.toSeconds() < 1 || lease.toMinutes() > 60) {
            throw new IllegalArgumentException(
                    "penstock.intake.lease is " + lease + ", allowed are 1s to 60m");
        }
    }
}
