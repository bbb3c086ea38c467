package io.penstock.engine.http;

import io.penstock.engine.config.Timeouts;

import java.time.Duration;

/**
 * @param times until each step of a call is done
 * @param bodyBytesMax longest body kept
 */
public record TransportLimits(Timeouts times, int bodyBytesMax) {

    /** A vendor's page of 5,000 findings is about 5 MB in gzip and 40 MB plain. */
    public static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

    /** For pages as vendors send them. */
    public static TransportLimits of(Timeouts times) {
        return new TransportLimits(times, BODY_BYTES_MAX);
    }

    /** A vendor's pages: the slowest seen in the field take a few minutes. */
    public static TransportLimits vendor() {
        return of(
                new Timeouts(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(3)));
    }
}
