package io.penstock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class RunTallyTest {

    private long nanos = 7;
    private final RunTally runs = new RunTally(() -> nanos);

    private void passes(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void tellsTheRunThatGoesOnElseTheNewest() {
        assertThat(runs.running()).isFalse();
        assertThat(runs.duration()).isZero();
        runs.began();
        passes(3);
        assertThat(runs.running()).isTrue();
        assertThat(runs.duration()).isEqualTo(Duration.ofSeconds(3));
        runs.ended(ExitCode.COMPLETE);
        passes(60);
        assertThat(runs.duration()).isEqualTo(Duration.ofSeconds(3));
        runs.began();
        passes(1);
        assertThat(runs.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(runs.wholeTime()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void countsEndsByTheirCodeAndSaysEachToItsListener() {
        var told = new AtomicInteger();
        runs.onEnd(told::incrementAndGet);
        runs.began();
        runs.ended(ExitCode.COMPLETE);
        runs.began();
        runs.ended(ExitCode.FAILED);
        runs.began();
        runs.ended(ExitCode.COMPLETE);
        assertThat(runs.ends()).isEqualTo(Map.of(ExitCode.COMPLETE, 2L, ExitCode.FAILED, 1L));
        assertThat(told).hasValue(3);
    }
}
