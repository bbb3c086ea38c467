package io.penstock.platform.closing;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.closing.Hold.State;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** The holds of all tenants: who looks at them, and who decides. */
@Component
public class Holds {

    /** Most characters of a note; a longer one is refused. */
    public static final int NOTE_MAX = 2_000;

    private static final int OPEN_SHOWN = 20;

    private final HoldRows rows;
    private final HoldChanges changes;
    private final HoldDecisions decisions;

    Holds(HoldRows rows, HoldChanges changes, HoldDecisions decisions) {
        this.rows = rows;
        this.changes = changes;
        this.decisions = decisions;
    }

    /**
     * Newest first.
     *
     * @param connection of this one only, or null
     * @param state in this one only, or null
     * @param before holds of runs with a lower {@link Hold#runId()}; {@code Long.MAX_VALUE} for the
     *     newest
     */
    public List<Hold> all(
            int tenantId,
            @Nullable UUID connection,
            @Nullable State state,
            long before,
            int limit) {
        return rows.all(tenantId, connection, state, before, limit);
    }

    /** The newest that wait for a decision, of one connection. */
    public List<Hold> open(int tenantId, UUID connection) {
        return rows.all(tenantId, connection, State.OPEN, Long.MAX_VALUE, OPEN_SHOWN);
    }

    /**
     * @throws FaultException NOT_FOUND when no closings of the run are or were held
     */
    public Hold require(int tenantId, UUID run) {
        return rows.find(tenantId, run)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "HOLD_UNKNOWN",
                                "The run " + run + " holds no closings.",
                                "GET /api/v1/holds lists the runs that do."));
    }

    /**
     * What a hold would close, by record id.
     *
     * @param after the last {@link HeldChange#record()} of the page before, or null
     */
    public List<HeldChange> changes(int tenantId, long runId, @Nullable UUID after, int limit) {
        return changes.of(tenantId, runId, after, limit);
    }

    /** Most findings first. */
    public List<HeldCount> byCve(int tenantId, long runId, int limit) {
        return changes.byCve(tenantId, runId, limit);
    }

    /** Most findings first. */
    public List<HeldCount> byHost(int tenantId, long runId, int limit) {
        return changes.byHost(tenantId, runId, limit);
    }

    /**
     * Applies what is held; the rest of many follows after the answer. Again, it changes nothing.
     *
     * @throws FaultException NOT_FOUND; CONFLICT when it was decided otherwise; CONFIGURATION for a
     *     note that is too long
     */
    @Transactional
    public Hold release(int tenantId, UUID run, String by, String note) {
        return decide(tenantId, run, State.RELEASED, by, note);
    }

    /**
     * Leaves open what is held, until the vendor says something newer. Again, it changes nothing.
     *
     * @throws FaultException as {@link #release}
     */
    @Transactional
    public Hold reject(int tenantId, UUID run, String by, String note) {
        return decide(tenantId, run, State.REJECTED, by, note);
    }

    private Hold decide(int tenantId, UUID run, State wanted, String by, String note) {
        var said = note.strip();
        if (said.length() > NOTE_MAX) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "NOTE_LENGTH",
                    "The note has " + said.length() + " characters, at most " + NOTE_MAX + ".",
                    "");
        }
        var hold = require(tenantId, run);
        if (rows.decide(tenantId, hold.runId(), wanted, by, said)) {
            decisions.carryOut(tenantId, hold.runId());
        }
        var decided = require(tenantId, run);
        if (decided.state() != wanted) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "HOLD_DECIDED",
                    decided.state() == State.OVERTAKEN
                            ? "Nothing of this hold is left: the vendor has taken it back."
                            : "This hold was "
                                    + word(decided)
                                    + " by "
                                    + decided.decision().by()
                                    + ".",
                    "");
        }
        return decided;
    }

    private static String word(Hold hold) {
        return hold.state() == State.RELEASED ? "released" : "rejected";
    }
}
