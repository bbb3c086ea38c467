package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.config.EngineConfig;
import io.penstock.engine.config.Schedule;
import io.penstock.engine.read.ReadLimits;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.RetryLimits;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs once, or at the schedule's moments, never two runs at a time; or tests the connection. */
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration ORDER_PATIENCE = Duration.ofSeconds(30);
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

    /**
     * Works until there is nothing more to do.
     *
     * @param full whether every run is to read everything, whatever the watermarks say
     */
    public ExitCode work(boolean full) {
        try {
            var schedule = config.work().schedule();
            return schedule.isPresent() ? runAt(schedule.get(), full) : runOnce("on-demand", full);
        } finally {
            idle.countDown();
        }
    }

    /**
     * Tests the connection without a run and tells the platform what was found.
     *
     * @param print takes one line for each step
     */
    public ExitCode check(Consumer<String> print) {
        try {
            return guarded(() -> checkNow(print));
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

    /** Waits for {@link #work} or {@link #check} to return. */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        return idle.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ExitCode runAt(Schedule schedule, boolean full) {
        LOG.info("Runs start by '{}': next {}.", schedule, schedule.next(now(), MOMENTS_SHOWN));
        while (true) {
            var next = schedule.after(now());
            if (next.isEmpty()) {
                LOG.error("The schedule '{}' has no further moment.", schedule);
                return ExitCode.CONFIGURATION;
            }
            if (await(next.get()) == Waiting.End.STOPPED) {
                return ExitCode.COMPLETE;
            }
            var result = runOnce("cron", full);
            LOG.info("The run ended with {}; next {}.", result, schedule.next(now(), 1));
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private Waiting.End await(ZonedDateTime moment) {
        try (var networks = Networks.forWait(config)) {
            var check = check(networks, limits.atMost(ORDER_PATIENCE));
            var desk =
                    new OrderDesk(
                            networks.platform()::orders,
                            order -> check.report(order, check.make()));
            return new Waiting(clock, this::stoppedWithin).until(moment, desk);
        }
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private ExitCode runOnce(String trigger, boolean full) {
        return guarded(() -> runNow(trigger, full));
    }

    private ExitCode runNow(String trigger, boolean full) {
        var control = new RunControl();
        current = control;
        try (var networks = Networks.forRun(config)) {
            if (stopping.getCount() == 0) {
                return ExitCode.FAILED;
            }
            var reading = ReadLimits.ofHeap(config.work().threads(), limits);
            return new EngineRun(networks.platform(), networks.vendor(), sources, reading, control)
                    .execute(EngineIdentity.openRun(trigger, full));
        } finally {
            current = null;
        }
    }

    private ExitCode checkNow(Consumer<String> print) {
        try (var networks = Networks.forRun(config)) {
            var check = check(networks, limits);
            var result = check.make();
            CheckLines.of(result.steps()).forEach(print);
            try {
                check.report(null, result);
            } catch (CallFailed e) {
                LOG.warn("The platform could not be told. {}", e.getMessage());
            }
            return result.code();
        }
    }

    private ConnectionCheck check(Networks networks, RetryLimits patience) {
        return new ConnectionCheck(networks.platform(), networks.vendor(), sources, patience);
    }

    /** The run loop's one broad catch: whatever went wrong is logged once, here. */
    private static ExitCode guarded(Supplier<ExitCode> work) {
        try {
            return work.get();
        } catch (CallFailed e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ExitCode.of(e);
        } catch (FaultException e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ExitCode.FAILED;
        } catch (RuntimeException e) {
            LOG.error("The engine failed by a defect; please report it.", e);
            return ExitCode.FAILED;
        }
    }
}
