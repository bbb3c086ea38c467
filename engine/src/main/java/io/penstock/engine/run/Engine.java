package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.Schedule;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.http.JdkHttpPort;
import io.penstock.engine.http.Transport;
import io.penstock.engine.http.TransportLimits;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs once, or at the schedule's moments, never two runs at a time. */
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration NAP_MAX = Duration.ofMinutes(1);
    private static final int MOMENTS_SHOWN = 5;

    private final EngineConfig config;
    private final Sources sources;
    private final RetryLimits limits;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch idle = new CountDownLatch(1);
    private volatile @Nullable RunControl current;

    public Engine(EngineConfig config, Sources sources, RetryLimits limits, InstantSource clock) {
        this.config = config;
        this.sources = sources;
        this.limits = limits;
        this.clock = clock;
    }

    /** Works until there is nothing more to do. */
    public ExitCode work() {
        try {
            var schedule = config.work().schedule();
            return schedule.isPresent() ? runAt(schedule.get()) : runOnce("on-demand");
        } finally {
            idle.countDown();
        }
    }

    /** Ends reading; pages on their way may still arrive. Returns at once. */
    public void stop() {
        stopping.countDown();
        var control = current;
        if (control != null) {
            control.shutDown();
        }
    }

    /** Waits for {@link #work()} to return. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return idle.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ExitCode runAt(Schedule schedule) {
        LOG.info("Runs start by '{}': next {}.", schedule, schedule.next(now(), MOMENTS_SHOWN));
        while (true) {
            var next = schedule.after(now());
            if (next.isEmpty()) {
                LOG.error("The schedule '{}' has no further moment.", schedule);
                return ExitCode.CONFIGURATION;
            }
            if (stoppedBefore(next.get())) {
                return ExitCode.COMPLETE;
            }
            var result = runOnce("cron");
            LOG.info("The run ended with {}; next {}.", result, schedule.next(now(), 1));
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /** Naps are short, so that a machine that slept or whose clock was set is noticed. */
    private boolean stoppedBefore(ZonedDateTime moment) {
        try {
            var left = Duration.between(now(), moment);
            while (left.isPositive()) {
                var nap = left.compareTo(NAP_MAX) > 0 ? NAP_MAX : left;
                if (stopping.await(nap.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    return true;
                }
                left = Duration.between(now(), moment);
            }
            return stopping.getCount() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The run loop's one broad catch: whatever went wrong is logged once, here. */
    private ExitCode runOnce(String trigger) {
        var control = new RunControl();
        current = control;
        try (var platformNet = new Transport(platformLimits(), config.proxy());
                var vendorNet = new Transport(TransportLimits.vendor(), config.proxy())) {
            if (stopping.getCount() == 0) {
                return ExitCode.FAILED;
            }
            var platform = new PlatformClient(config, platformNet);
            var run = new EngineRun(platform, new JdkHttpPort(vendorNet), sources, limits, control);
            return run.execute(config.work().threads(), trigger);
        } catch (CallFailed e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ExitCode.of(e);
        } catch (FaultException e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            LOG.error("The run failed by a defect of the engine; please report it.", e);
            return ExitCode.FAILED;
        } finally {
            current = null;
        }
    }

    private TransportLimits platformLimits() {
        var times = config.timeouts();
        return new TransportLimits(
                times.connect(), times.response(), times.whole(), TransportLimits.BODY_BYTES_MAX);
    }
}
