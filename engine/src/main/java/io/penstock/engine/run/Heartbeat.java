package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.deliver.RunTicket;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Side;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the lease of a run, three times as often as needed, and hears when the run must stop. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PERIOD_MIN = Duration.ofMillis(200);

    private final PlatformClient platform;
    private final RunTicket ticket;
    private final RunControl control;
    private final Duration period;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("heartbeat").factory());

    private Heartbeat(
            PlatformClient platform, RunTicket ticket, RunControl control, Duration period) {
        this.platform = platform;
        this.ticket = ticket;
        this.control = control;
        this.period = period;
    }

    static Heartbeat start(
            PlatformClient platform, RunTicket ticket, Duration lease, RunControl control) {
        var third = lease.dividedBy(3);
        var period = third.compareTo(PERIOD_MIN) < 0 ? PERIOD_MIN : third;
        var heartbeat = new Heartbeat(platform, ticket, control, period);
        var _ =
                heartbeat.timer.scheduleWithFixedDelay(
                        heartbeat::beat,
                        period.toMillis(),
                        period.toMillis(),
                        TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat() {
        try {
            if (!platform.heartbeat(ticket, period).goOn()) {
                control.cancel();
            }
        } catch (FaultException e) {
            if (e.fault().code().equals(RunControl.TAKEN_OVER)) {
                control.stop(new CallFailed(Side.PLATFORM, e.fault(), e));
            } else {
                LOG.debug("A heartbeat failed; the next one may succeed. {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
