package io.penstock.engine.config;

import java.time.Duration;

/** Time limits of calls to the platform (S-144 to S-147). */
public record Timeouts(Duration connect, Duration read, Duration write, Duration response) {

    /** A whole call: request written, answer begun, answer read. */
    public Duration whole() {
        return connect.plus(write).plus(response).plus(read);
    }
}
