package io.penstock.platform.replay;

import io.penstock.platform.intake.RunSettlement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * Ends a run that no engine holds, so that nobody else would see that it is to stop. What its pages
 * brought until then stays; a page that is just being loaded is rolled back.
 */
@Component
public class RunCancellation {

    private static final String STOP =
            """
            update run set read_outcome = 'CANCELLED', message = :message, state = 'TRANSFORMING',
                read_ended_at = coalesce(read_ended_at, now()), cancel_requested = true
            where tenant_id = :tenant and run_uuid = :run and kind in ('REPLAY', 'UPLOAD')
              and state in ('READING', 'TRANSFORMING')
            returning run_id
            """;

    private static final String SET_ASIDE =
            """
            update raw_page set state = 'BROKEN', lease_owner = null, lease_until = null,
                done_at = now(), failure = 'the run was cancelled'
            where tenant_id = :tenant and run_id = :run and state = 'PENDING'
            """;

    private final JdbcClient jdbc;
    private final RunSettlement settlement;

    RunCancellation(JdbcClient jdbc, RunSettlement settlement) {
        this.jdbc = jdbc;
        this.settlement = settlement;
    }

    /** Stops a replay or an upload; does nothing to a run that an engine reads. */
    @Transactional
    public void stop(int tenantId, UUID run, String by) {
        jdbc.sql(STOP)
                .param("message", "Cancelled by " + by + ".")
                .param("tenant", tenantId)
                .param("run", run)
                .query(Long.class)
                .optional()
                .ifPresent(id -> end(tenantId, id));
    }

    private void end(int tenantId, long run) {
        jdbc.sql(SET_ASIDE).param("tenant", tenantId).param("run", run).update();
        settlement.settle(tenantId, run);
    }
}
