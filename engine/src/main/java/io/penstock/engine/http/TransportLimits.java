package io.penstock.engine.http;

import java.time.Duration;

/**
 * @param connect until a connection stands
 * @param response until an answer begins
 * @param whole until an answer has been read
 * @param bodyBytesMax longest body kept
 */
public record TransportLimits(
        Duration connect, Duration response, Duration whole, int bodyBytesMax) {

    /** A vendor's page of 5,000 findings is about 5 MB in gzip and 40 MB plain. */
    public static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

    /** A vendor's pages: the slowest seen in the field take a few minutes. */
    public static TransportLimits vendor() {
        return new TransportLimits(
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(8),
                BODY_BYTES_MAX);
    }
}
