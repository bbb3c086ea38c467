package io.penstock.platform.intake;

import io.penstock.platform.reading.Watermarks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/**
 * Moves a run on when everything before is done: assets complete → findings may be transformed;
 * everything transformed → judged. A run is COMPLETE only when reading ended well, every slice is
 * sealed and the ledger balances. Each stream's watermark moves with what the run proved of it.
 */
@Component
public class RunSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(RunSettlement.class);

    private static final String ASSETS_DONE =
            """
            update run r set assets_done_at = now()
            where r.tenant_id = :tenant and r.run_id = :run and r.assets_done_at is null
              and not exists (select from raw_page p where p.tenant_id = r.tenant_id
                  and p.run_id = r.run_id and p.hosts and p.state = 'PENDING')
              and (r.state <> 'READING' or not exists (
                  select from run_stream s where s.tenant_id = r.tenant_id and s.run_id = r.run_id
                  and s.hosts and (not s.planned or exists (
                      select from run_slice x where x.tenant_id = s.tenant_id
                      and x.run_id = s.run_id and x.stream = s.stream and x.state = 'OPEN'))))
            """;

    /** A platform that dies while it takes a file leaves a run that nobody goes on with. */
    private static final String ABANDON_UPLOADS =
            """
            update run set state = 'TRANSFORMING', read_ended_at = now(), read_outcome = 'FAILED',
                fault_code = 'UPLOAD_BROKEN_OFF',
                message = 'The upload was broken off before the end of the file.'
            where kind = 'UPLOAD' and state = 'READING' and lease_until < now()
            """;

    private static final String READY =
            """
            select r.read_outcome, r.message from run r
            where r.tenant_id = :tenant and r.run_id = :run and r.state = 'TRANSFORMING'
              and not exists (select from raw_page p where p.tenant_id = r.tenant_id
                  and p.run_id = r.run_id and p.state = 'PENDING')
            for update of r
            """;

    private static final String END =
            """
            update run set state = :state, message = :message, ended_at = now()
            where tenant_id = :tenant and run_id = :run and state = 'TRANSFORMING'
            """;

    /**
     * Pages are kept back to the last two complete full runs, so that they can be replayed (rule
     * 8).
     */
    private static final String EMPTY_OLD_PAGES =
            """
            update raw_page p set body = ''
            from run r where p.tenant_id = r.tenant_id and p.run_id = r.run_id
              and r.tenant_id = :tenant and p.state = 'DONE' and octet_length(p.body) > 0
              and r.connection_id = (select connection_id from run
                  where tenant_id = :tenant and run_id = :run)
              and r.run_id < (select min(run_id) from (
                  select k.run_id from run k where k.tenant_id = :tenant and k.state = 'COMPLETE'
                    and k.kind = 'FULL' and k.connection_id = (
                      select connection_id from run where tenant_id = :tenant and run_id = :run)
                  order by k.run_id desc limit 2) kept having count(*) = 2)
            """;

    private final JdbcClient jdbc;
    private final PageArrivals arrivals;
    private final RunDoubts doubts;
    private final Watermarks watermarks;

    RunSettlement(JdbcClient jdbc, PageArrivals arrivals, RunDoubts doubts, Watermarks watermarks) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.doubts = doubts;
        this.watermarks = watermarks;
    }

    private record Ready(String outcome, String message) {}

    private record Open(int tenantId, long runId) {}

    /** Moves the run on as far as it goes; calling it again changes nothing. */
    @Transactional
    public void settle(int tenantId, long runId) {
        var assetsDone =
                jdbc.sql(ASSETS_DONE).param("tenant", tenantId).param("run", runId).update();
        if (assetsDone > 0) {
            arrivals.signal();
        }
        jdbc.sql(READY)
                .param("tenant", tenantId)
                .param("run", runId)
                .query((row, _) -> new Ready(row.getString(1), row.getString(2)))
                .optional()
                .ifPresent(ready -> end(tenantId, runId, ready));
    }

    /** Looks after every run that is under way; mends what a killed process left. */
    public void settleAll() {
        jdbc.sql(ABANDON_UPLOADS).update();
        List<Open> open =
                jdbc.sql(
                                "select tenant_id, run_id from run"
                                        + " where state in ('READING', 'TRANSFORMING')")
                        .query((row, _) -> new Open(row.getInt(1), row.getLong(2)))
                        .list();
        open.forEach(run -> settle(run.tenantId(), run.runId()));
    }

    private void end(int tenantId, long runId, Ready ready) {
        var doubt = doubts.first(tenantId, runId);
        var state =
                switch (ready.outcome()) {
                    case "FAILED" -> "FAILED";
                    case "CANCELLED" -> "CANCELLED";
                    default -> doubt.isEmpty() ? "COMPLETE" : "INCOMPLETE";
                };
        // Of a run that was read, the doubt says more than the engine's own word.
        var message =
                state.equals("INCOMPLETE") || ready.message().isBlank() ? doubt : ready.message();
        jdbc.sql(END)
                .param("state", state)
                .param("message", message)
                .param("tenant", tenantId)
                .param("run", runId)
                .update();
        watermarks.move(tenantId, runId);
        jdbc.sql(EMPTY_OLD_PAGES).param("tenant", tenantId).param("run", runId).update();
        LOG.info("run {} ended {} {}", runId, state, message);
    }
}
