package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.source.HttpAnswer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final List<Duration> pauses = new ArrayList<>();
    private final Pace pace =
            new Pace(
                    new Timing(
                            now::get,
                            pause -> {
                                pauses.add(pause);
                                now.updateAndGet(t -> t.plus(pause));
                            },
                            () -> 0.5));

    private static HttpAnswer answer(int status, int limit, int remaining, String retryAfter) {
        return new HttpAnswer(
                status,
                Map.of(
                        "x-ratelimit-limit", "" + limit,
                        "x-ratelimit-remaining", "" + remaining,
                        "x-ratelimit-retryafter", retryAfter),
                new byte[0]);
    }

    private Duration callsTake(int calls) {
        var start = now.get();
        for (int i = 0; i < calls; i++) {
            pace.awaitTurn();
        }
        return Duration.between(start, now.get());
    }

    @Test
    void doesNotWaitWhileThereIsPlenty() {
        pace.succeeded(answer(200, 6_000, 4_000, ""));
        assertThat(callsTake(500)).isZero();
    }

    @Test
    void spreadsWhatIsLeftOverTheMinuteAndLeavesATenthToOthers() {
        pace.succeeded(answer(200, 6_000, 1_200, ""));
        // 600 are ours: ten a second.
        assertThat(callsTake(11)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nearlyStopsBeforeTheReserveAndGoesOnWhenThereIsPlentyAgain() {
        pace.succeeded(answer(200, 6_000, 500, ""));
        assertThat(callsTake(4)).isEqualTo(Duration.ofSeconds(6));
        pace.succeeded(answer(200, 6_000, 5_933, ""));
        callsTake(1);
        assertThat(callsTake(10)).isZero();
    }

    @Test
    void oneRefusalMakesEveryThreadWaitUntilTheVendorsMomentAndALittleLonger() {
        var wait = pace.refused(answer(429, 6_000, 0, "" + (NOW.getEpochSecond() + 20)));
        assertThat(wait).isEqualTo(Duration.ofMillis(21_500));
        pace.awaitTurn();
        pace.awaitTurn();
        assertThat(pauses).startsWith(Duration.ofMillis(21_500));
        assertThat(now.get()).isAfter(NOW.plusMillis(21_500));
    }

    @Test
    void waitsTwiceAsLongEveryTimeWhenTheVendorNamesNoMoment() {
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 8; i++) {
            now.set(now.get().plusSeconds(1_000));
            waits.add(pace.refused(answer(429, 6_000, 0, "soon")).toMillis() - 500);
        }
        assertThat(waits)
                .containsExactly(
                        2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
        pace.succeeded(answer(200, 6_000, 6_000, ""));
        now.set(now.get().plusSeconds(1_000));
        assertThat(pace.refused(answer(429, 6_000, 0, "")).toMillis()).isEqualTo(2_500);
    }

    @Test
    void aFailureMakesOnlyItsOwnCallWait() {
        assertThat(pace.failed(answer(500, 6_000, 5_000, ""))).isEqualTo(Duration.ofMillis(750));
        assertThat(pace.failed(answer(500, 6_000, 5_000, ""))).isEqualTo(Duration.ofMillis(1_500));
        assertThat(callsTake(3)).isZero();
    }

    @Test
    void aWaitEndsWhenTheThreadIsInterrupted() {
        var interrupted =
                new Pace(
                        new Timing(
                                now::get,
                                _ -> {
                                    throw new InterruptedException();
                                },
                                () -> 0));
        interrupted.refused(answer(429, 6_000, 0, ""));
        assertThatThrownBy(interrupted::awaitTurn).hasMessageContaining("stopping");
        assertThat(Thread.interrupted()).isTrue();
    }
}
