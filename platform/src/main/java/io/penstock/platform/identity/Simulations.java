package io.penstock.platform.identity;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.Comparison;
import io.penstock.core.identity.RuleOrder;
import io.penstock.platform.identity.SimulationRun.Compared;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * What other rules would do to the assets there are, without doing it. Sets of hosts that hang
 * together are compared one after the other, so that memory does not grow with the inventory; the
 * transaction sees one state of it and is rolled back.
 */
@Component
public class Simulations {

    private final RuleRows rules;
    private final SimulationRun run;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final Semaphore free = new Semaphore(1);

    Simulations(
            RuleRows rules,
            SimulationRun run,
            JdbcTemplate template,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.run = run;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param comparison of the assets by the present rules with those by the proposed ones
     * @param complete false when the time was up: the rest of the hosts was not looked at
     */
    public record Result(Comparison comparison, boolean complete) {}

    /** Hears how far a simulation is. */
    public interface Watch {

        /** Lets it go to its end. */
        Watch PATIENT = (_, _) -> true;

        /**
         * @param done hosts that were compared
         * @param total hosts that share something with another one; 0 until that is known
         * @return false to stop it; the result is not complete then
         */
        boolean goOn(long done, long total);
    }

    /**
     * @throws FaultException CONFIGURATION for rules that cannot be
     */
    public void check(int tenantId, Proposal proposal) {
        proposed(rules.book(tenantId), proposal);
    }

    /** As {@link #simulate(int, Proposal, Watch)}, to its end. */
    public Result simulate(int tenantId, Proposal proposal) {
        return simulate(tenantId, proposal, Watch.PATIENT);
    }

    /**
     * @throws FaultException CONFIGURATION for rules that cannot be; RATE_LIMITED while another
     *     simulation runs; UNAVAILABLE when the database takes too long
     */
    public Result simulate(int tenantId, Proposal proposal, Watch watch) {
        var now = rules.book(tenantId);
        var then = proposed(now, proposal);
        if (!free.tryAcquire()) {
            throw new FaultException(
                    FaultKind.RATE_LIMITED,
                    "SIMULATION_BUSY",
                    "Another simulation of identification rules is running.",
                    "Ask again when it has ended.");
        }
        try {
            return required(
                    transaction.execute(status -> {
                        status.setRollbackOnly();
                        return template.execute(
                                (ConnectionCallback<Result>)
                                        connection ->
                                                run.of(
                                                        connection,
                                                        tenantId,
                                                        new Compared(now, then),
                                                        watch));
                    }));
        } catch (QueryTimeoutException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "SIMULATION_TIMEOUT",
                            "The simulation was stopped because the database took too long.",
                            "Raise penstock.identity.simulation-time, or ask at a quieter time."),
                    e);
        } finally {
            free.release();
        }
    }

    private static RuleBook proposed(RuleBook now, Proposal proposal) {
        var known = new ArrayList<>(now.known());
        var fresh = proposal.fresh();
        if (fresh != null) {
            known.add(fresh.under(Proposal.FRESH));
        }
        var order = RuleOrder.of(known, proposal.choices());
        var connection = proposal.connection();
        return connection == null
                ? new RuleBook(known, order, Map.of())
                : new RuleBook(known, now.fallback(), now.orders()).with(connection.id(), order);
    }

    private static Result required(@Nullable Result result) {
        if (result == null) {
            throw new IllegalStateException("a simulation came to nothing");
        }
        return result;
    }
}
