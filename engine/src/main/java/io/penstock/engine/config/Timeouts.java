package io.penstock.engine.config;

import java.time.Duration;

/** Time limits of the steps of a call (S-144 to S-147). */
public record Timeouts(Duration connect, Duration write, Duration response, Duration read) {}
