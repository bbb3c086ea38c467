package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.deliver.EnrolmentCall;
import io.penstock.engine.enrol.EngineKeys;
import io.penstock.engine.read.ReadLimits;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Retries;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.retry.Side;
import io.penstock.wire.EnginePresence;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs once, or at the schedule's moments, never two runs at a time; or tests the connection. */
public final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration ORDER_PATIENCE = Duration.ofSeconds(30);

    private final EngineKeys keys;
    private final Sources sources;
    private final RetryLimits limits;
    private final InstantSource clock;
    private final EngineTally tally;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch idle = new CountDownLatch(1);
    private volatile @Nullable RunControl current;
    private volatile LastRun last = LastRun.NONE;

    public Engine(EngineKeys keys, Sources sources, RetryLimits limits, InstantSource clock) {
        this(keys, sources, limits, clock, new EngineTally());
    }

    /**
     * @param tally counts what this engine does
     */
    public Engine(
            EngineKeys keys,
            Sources sources,
            RetryLimits limits,
            InstantSource clock,
            EngineTally tally) {
        this.keys = keys;
        this.sources = sources;
        this.limits = limits;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Works until there is nothing more to do.
     *
     * @param full whether every run is to read everything, whatever the watermarks say
     */
    public ExitCode work(boolean full) {
        try {
            var asked = keys.config().work();
            var shift = new Shift(clock, new Days(), full);
            if (asked.schedule().isPresent()) {
                return shift.byThe(asked.schedule().get());
            }
            return asked.exitWhenDone() ? runOnce("on-demand", full) : shift.staying();
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

    /** What a shift does, done. */
    private final class Days implements Shift.Work {

        @Override
        public ExitCode run(String trigger, boolean full) {
            return runOnce(trigger, full);
        }

        @Override
        public Waiting.End await(Instant moment) {
            return guardedWait(moment);
        }
    }

    private Waiting.End guardedWait(Instant moment) {
        var waiting = new Waiting(clock, this::stoppedWithin);
        var patience = limits.atMost(ORDER_PATIENCE);
        try (var networks = Networks.forWait(enrolled(patience))) {
            var check = check(networks, patience);
            var desk = new OrderDesk(new WaitingDuties(networks, check, keys, this::presence));
            return waiting.until(moment, desk::look);
        } catch (FaultException | CallFailed e) {
            LOG.warn("The platform cannot be asked for orders. {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The platform cannot be asked for orders: a defect, please report it.", e);
        }
        return waiting.until(moment, Optional::empty);
    }

    /** A fault before the first call, such as an unreadable key file, is one of our side. */
    private Networks networks() {
        return Retries.of(Side.PLATFORM, limits).call(() -> Networks.forRun(enrolled(limits)));
    }

    /** The keys, after a one-time token was traded for one if there is none yet. */
    private EngineKeys enrolled(RetryLimits patience) {
        keys.signIn((token, key) -> {
            var message = EngineIdentity.enrolment(token, key);
            return Retries.of(Side.PLATFORM, patience)
                    .call(() -> EnrolmentCall.make(keys.config(), message));
        });
        return keys;
    }

    private EnginePresence presence() {
        return EngineIdentity.presence(keys.config().work().schedule(), clock.instant(), last);
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
        tally.runs().began();
        var code = guarded(() -> runNow(trigger, full));
        tally.runs().ended(code);
        return code;
    }

    private ExitCode runNow(String trigger, boolean full) {
        var control = new RunControl();
        current = control;
        try (var networks = networks()) {
            if (stopping.getCount() == 0) {
                return ExitCode.FAILED;
            }
            var reading = ReadLimits.ofHeap(keys.config().work().threads(), limits);
            var vendor = tally.vendor().counted(networks.vendor());
            var jobs = tally.jobs();
            return new EngineRun(networks.platform(), vendor, sources, reading, control, jobs)
                    .execute(EngineIdentity.openRun(trigger, full));
        } finally {
            current = null;
        }
    }

    private ExitCode checkNow(Consumer<String> print) {
        try (var networks = networks()) {
            var check = check(networks, limits.atMost(ORDER_PATIENCE));
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
    private ExitCode guarded(Supplier<ExitCode> work) {
        try {
            var code = work.get();
            last = new LastRun(code, "");
            return code;
        } catch (CallFailed e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ended(ExitCode.of(e), e.fault().message());
        } catch (FaultException e) {
            LOG.error("{} [{}]", e.getMessage(), e.fault().code());
            return ended(ExitCode.FAILED, e.fault().message());
        } catch (RuntimeException e) {
            LOG.error("The engine failed by a defect; please report it.", e);
            return ended(
                    ExitCode.FAILED, "The engine failed by a defect; its log has the details.");
        }
    }

    private ExitCode ended(ExitCode code, String fault) {
        last = new LastRun(code, fault);
        return code;
    }
}
