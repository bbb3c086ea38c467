package io.penstock.platform.run;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The runs of all tenants, each with its ledger. */
@Component
public class Runs {

    private final RunRows rows;
    private final LedgerRows ledgers;

    Runs(RunRows rows, LedgerRows ledgers) {
        this.rows = rows;
        this.ledgers = ledgers;
    }

    public Optional<RunLedger> find(int tenantId, UUID uuid) {
        return rows.find(tenantId, uuid).map(run -> ledgers.of(tenantId, run));
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public RunLedger require(int tenantId, UUID uuid) {
        return find(tenantId, uuid).orElseThrow(() -> unknown(uuid));
    }

    /**
     * Newest first.
     *
     * @param connection of this one only, or null
     * @param before runs with a lower {@link Run#id()}; {@code Long.MAX_VALUE} for the newest
     */
    public List<RunLedger> newest(int tenantId, @Nullable UUID connection, long before, int limit) {
        return rows.newest(tenantId, connection, before, limit).stream()
                .map(run -> ledgers.of(tenantId, run))
                .toList();
    }

    public Optional<RunLedger> last(int tenantId, UUID connection) {
        return newest(tenantId, connection, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The newest run that was complete: the inventory is as fresh as its window's end. */
    public Optional<RunLedger> lastComplete(int tenantId, UUID connection) {
        return rows.newestComplete(tenantId, connection).map(run -> ledgers.of(tenantId, run));
    }

    /**
     * Asks the engine, or the transformation, to stop.
     *
     * @throws FaultException NOT_FOUND for an unknown run, CONFLICT for one that has ended
     */
    public void requestCancel(int tenantId, UUID uuid) {
        var run = rows.find(tenantId, uuid).orElseThrow(() -> unknown(uuid));
        if (!rows.requestCancel(tenantId, uuid)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "RUN_ENDED",
                    "The run " + run.uuid() + " has ended already.",
                    "");
        }
    }

    private static FaultException unknown(UUID uuid) {
        return new FaultException(
                FaultKind.NOT_FOUND, "RUN_UNKNOWN", "There is no run " + uuid + ".", "");
    }
}
