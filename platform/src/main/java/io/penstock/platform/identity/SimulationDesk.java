package io.penstock.platform.identity;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.identity.Simulation.Asked;
import io.penstock.platform.identity.Simulation.State;
import io.penstock.platform.identity.SimulationTable.End;
import io.penstock.platform.identity.SimulationTable.SimulationId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Simulations in the background, one at a time: begun, watched, cancelled, and kept for a while.
 */
@Component
public class SimulationDesk implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationDesk.class);
    private static final Duration SAY_EVERY = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final int FAILURE_MAX = 500;

    private final Simulations simulations;
    private final SimulationTable table;
    private final IdentitySettings settings;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("identity-simulation-", 0).factory());

    SimulationDesk(
            Simulations simulations,
            SimulationTable table,
            IdentitySettings settings,
            Clock clock) {
        this.simulations = simulations;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @throws FaultException CONFIGURATION for rules that cannot be, CONFLICT while another one of
     *     the tenant runs
     */
    public Simulation begin(int tenantId, String by, Proposal proposal) {
        simulations.check(tenantId, proposal);
        lose(tenantId);
        var now = clock.instant();
        var id = new SimulationId(tenantId, UUID.randomUUID());
        try {
            table.insert(id, new Asked(by, now), proposal);
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "SIMULATION_BUSY",
                    "Another simulation of identification rules is running.",
                    "Wait for its end, or cancel it.");
        }
        threads.execute(() -> run(id, proposal));
        return require(tenantId, id.uuid());
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Simulation require(int tenantId, UUID uuid) {
        lose(tenantId);
        return table.find(new SimulationId(tenantId, uuid))
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "SIMULATION_UNKNOWN",
                                "There is no simulation " + uuid + ".",
                                "The last twenty are kept."));
    }

    /** The newest first; the last twenty are kept. */
    public List<Simulation> newest(int tenantId, int limit) {
        lose(tenantId);
        return table.newest(tenantId, limit);
    }

    /** Nobody waits for one whose process has gone. */
    private void lose(int tenantId) {
        var now = clock.instant();
        table.lose(tenantId, now.minus(settings.simulationTime()).minus(GRACE), now);
    }

    /**
     * Lets one end before its time; nothing happens when it has ended already.
     *
     * @throws FaultException NOT_FOUND
     */
    public Simulation cancel(int tenantId, UUID uuid) {
        table.cancel(new SimulationId(tenantId, uuid));
        return require(tenantId, uuid);
    }

    private void run(SimulationId id, Proposal proposal) {
        try {
            var result = simulations.simulate(id.tenantId(), proposal, watch(id));
            table.end(id, new End(State.DONE, result, ""), clock.instant());
        } catch (FaultException e) {
            fail(id, e.fault().sentence());
        } catch (RuntimeException e) {
            LOG.warn("simulation {} failed", id.uuid(), e);
            fail(id, String.valueOf(e.getMessage()));
        }
    }

    /** Asks the table now and then whether somebody wants the end, and says how far it is. */
    private Simulations.Watch watch(SimulationId id) {
        return new Simulations.Watch() {
            private Instant said = Instant.MIN;

            @Override
            public boolean goOn(long done, long total) {
                var now = clock.instant();
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (said.isAfter(now.minus(SAY_EVERY))) {
                    return true;
                }
                said = now;
                return table.seen(id, done, total, now);
            }
        };
    }

    private void fail(SimulationId id, String sentence) {
        try {
            var failure = Shown.of(sentence, FAILURE_MAX);
            table.end(id, new End(State.FAILED, null, failure), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("the failure could not be noted", e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
