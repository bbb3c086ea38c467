package io.penstock.platform.intake;

import io.penstock.platform.closing.HoldDecisions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Moves runs on towards their end, and carries out what people have decided about them. */
@Component
public class RunSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(RunSettlement.class);

    /** A platform that dies while it takes a file leaves a run that nobody goes on with. */
    private static final String ABANDON_UPLOADS =
            """
            update run set state = 'TRANSFORMING', read_ended_at = now(), read_outcome = 'FAILED',
                fault_code = 'UPLOAD_BROKEN_OFF',
                message = 'The upload was broken off before the end of the file.'
            where kind = 'UPLOAD' and state = 'READING' and lease_until < now()
            """;

    private final JdbcClient jdbc;
    private final RunEnding ending;
    private final HoldDecisions decisions;
    private volatile boolean begun;

    RunSettlement(JdbcClient jdbc, RunEnding ending, HoldDecisions decisions) {
        this.jdbc = jdbc;
        this.ending = ending;
        this.decisions = decisions;
    }

    private record Open(int tenantId, long runId) {}

    /**
     * Moves the run on as far as it goes in one batch; calling it again when it has ended changes
     * nothing.
     */
    public void settle(int tenantId, long runId) {
        begun |= ending.settle(tenantId, runId);
    }

    /** True when a run is being ended in batches, so that the next one should follow soon. */
    public boolean begun() {
        return begun;
    }

    /**
     * Looks after every run that is under way, and after what people have decided; mends what a
     * killed process left.
     *
     * @return true when there is more to be done at once
     */
    public boolean settleAll() {
        jdbc.sql(ABANDON_UPLOADS).update();
        var more = decisions.carryOutNext();
        List<Open> open =
                jdbc.sql(
                                "select tenant_id, run_id from run"
                                        + " where state in ('READING', 'TRANSFORMING')")
                        .query((row, _) -> new Open(row.getInt(1), row.getLong(2)))
                        .list();
        for (var run : open) {
            more |= settled(run);
        }
        begun = more;
        return more;
    }

    /** A run that cannot be ended keeps no other one from its end. */
    private boolean settled(Open run) {
        try {
            return ending.settle(run.tenantId(), run.runId());
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("run {} cannot be moved on", run.runId(), e);
            return false;
        }
    }
}
