package io.penstock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.run.Engine;
import io.penstock.engine.run.ExitCode;
import io.penstock.engine.run.Sources;
import io.penstock.wire.RunEnd;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How the engine lives on between runs and how it stops. */
class EngineLifeTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static Engine engine(Map<String, String> environment) {
        return new Engine(
                new EngineKeys(EngineConfig.read(environment), _ -> {}),
                Sources.onClassPath(),
                RetryLimits.standard(),
                InstantSource.system());
    }

    @Test
    void runsAtEveryMomentOfItsScheduleUntilItIsStopped() throws Exception {
        try (var platform = new FakePlatform();
                var thread = Executors.newSingleThreadExecutor()) {
            var environment = platform.environment();
            environment.put("service.cron-expression", "* * * * * *");
            var engine = engine(environment);
            var result = thread.submit(() -> engine.work(false));
            assertThat(platform.twoRunsEnded.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            engine.stop();
            assertThat(result.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.COMPLETE);
            assertThat(platform.ends).extracting(RunEnd::outcome).contains(RunEnd.Outcome.READ);
        }
    }

    @Test
    void givesAnUnfinishedRunBackWhenItIsStopped() throws Exception {
        try (var platform = new FakePlatform();
                var thread = Executors.newSingleThreadExecutor()) {
            platform.settings.put("records", "3000000");
            var engine = engine(platform.environment());
            var result = thread.submit(() -> engine.work(false));
            assertThat(platform.tenPagesArrived.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            engine.stop();
            assertThat(engine.awaitIdle(LONG)).isTrue();
            assertThat(result.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(ExitCode.FAILED);
            assertThat(platform.ends).isEmpty();
            assertThat(platform.releases).hasValue(1);
        }
    }
}
