package io.penstock.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

class FailedSignInsTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final FailedSignIns failures = new FailedSignIns(clock);

    @Test
    void waitsUntilTheOldestOfTenFailuresIsFiveMinutesOld() {
        for (int i = 0; i < 10; i++) {
            assertThat(failures.wait("Ann", "10.0.0.1")).isEmpty();
            failures.failed("ann", "10.0.0.1");
            now = now.plusSeconds(10);
        }

        assertThat(failures.wait("ANN", "10.0.0.1")).contains(Duration.ofSeconds(200));
        assertThat(failures.wait("ann", "10.0.0.2")).isEmpty();
        assertThat(failures.wait("bob", "10.0.0.1")).isEmpty();
        now = now.plusSeconds(200);
        assertThat(failures.wait("ann", "10.0.0.1")).isEmpty();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        for (int i = 0; i < 10; i++) {
            failures.failed("ann", "10.0.0.1");
        }

        failures.succeeded("ann", "10.0.0.1");

        assertThat(failures.wait("ann", "10.0.0.1")).isEmpty();
    }
}
