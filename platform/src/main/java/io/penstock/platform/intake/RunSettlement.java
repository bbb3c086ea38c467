package io.penstock.platform.intake;

import io.penstock.platform.closing.HoldDecisions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.BooleanSupplier;

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
        List<Open> open =
                jdbc.sql(
                                "select tenant_id, run_id from run"
                                        + " where state in ('READING', 'TRANSFORMING')")
                        .query((row, _) -> new Open(row.getInt(1), row.getLong(2)))
                        .list();
        var more = false;
        for (var run : open) {
            more |=
                    guarded(
                            "run " + run.runId() + " is not moved on",
                            () -> ending.settle(run.tenantId(), run.runId()));
        }
        more |= guarded("a decided hold is not carried out", decisions::carryOutNext);
        begun = more;
        return more;
    }

    /** What cannot be done keeps nothing else from being done. */
    private static boolean guarded(String failure, BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("{}; the next look tries again", failure, e);
            return false;
        }
    }
}
