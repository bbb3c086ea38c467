package io.penstock.platform.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/**
 * Moves a run on when everything before is done: assets complete → findings may be transformed;
 * everything transformed → judged. A run is COMPLETE only when reading ended well, every slice is
 * sealed and the ledger balances.
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

    private static final String READY =
            """
            select r.read_outcome, r.message from run r
            where r.tenant_id = :tenant and r.run_id = :run and r.state = 'TRANSFORMING'
              and not exists (select from raw_page p where p.tenant_id = r.tenant_id
                  and p.run_id = r.run_id and p.state = 'PENDING')
            for update of r
            """;

    /** Why a fully read run is not complete; no row when it is. */
    private static final String DOUBT =
            """
            select reason from (
                select 1 as rank, 'slice ' || stream || '/' || slice || ': '
                    || case when state = 'OPEN' then 'was not read to its end' else reason end
                    as reason
                from run_slice where tenant_id = :tenant and run_id = :run and state <> 'SEALED'
                union all
                select 2, 'page ' || page_id || ' of ' || stream || ' is broken: ' || failure
                from raw_page where tenant_id = :tenant and run_id = :run and state = 'BROKEN'
                union all
                select 3, 'page ' || page_id || ' of ' || stream || ' was sent with ' || records
                    || ' records and holds ' || (mapped + rejected)
                from raw_page where tenant_id = :tenant and run_id = :run and state = 'DONE'
                    and records <> mapped + rejected
                union all
                select 4, 'stream ' || stream || ' was not planned'
                from run_stream where tenant_id = :tenant and run_id = :run and not planned
            ) doubts order by rank, reason limit 1
            """;

    private static final String END =
            """
            update run set state = :state, message = :message, ended_at = now()
            where tenant_id = :tenant and run_id = :run and state = 'TRANSFORMING'
            """;

    /** Pages are kept back to the last two complete runs, so that they can be replayed (rule 8). */
    private static final String EMPTY_OLD_PAGES =
            """
            update raw_page p set body = ''
            from run r where p.tenant_id = r.tenant_id and p.run_id = r.run_id
              and r.tenant_id = :tenant and p.state = 'DONE' and octet_length(p.body) > 0
              and r.connection_id = (select connection_id from run
                  where tenant_id = :tenant and run_id = :run)
              and r.run_id < (select min(run_id) from (
                  select k.run_id from run k where k.tenant_id = :tenant and k.state = 'COMPLETE'
                    and k.window_from is null and k.connection_id = (
                      select connection_id from run where tenant_id = :tenant and run_id = :run)
                  order by k.run_id desc limit 2) kept having count(*) = 2)
            """;

    private final JdbcClient jdbc;
    private final PageArrivals arrivals;

    RunSettlement(JdbcClient jdbc, PageArrivals arrivals) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
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
        List<Open> open =
                jdbc.sql(
                                "select tenant_id, run_id from run"
                                        + " where state in ('READING', 'TRANSFORMING')")
                        .query((row, _) -> new Open(row.getInt(1), row.getLong(2)))
                        .list();
        open.forEach(run -> settle(run.tenantId(), run.runId()));
    }

    private void end(int tenantId, long runId, Ready ready) {
        var doubt =
                jdbc.sql(DOUBT)
                        .param("tenant", tenantId)
                        .param("run", runId)
                        .query(String.class)
                        .optional()
                        .orElse("");
        var state =
                switch (ready.outcome()) {
                    case "FAILED" -> "FAILED";
                    case "CANCELLED" -> "CANCELLED";
                    default -> doubt.isEmpty() ? "COMPLETE" : "INCOMPLETE";
                };
        var message = ready.message().isBlank() ? doubt : ready.message();
        jdbc.sql(END)
                .param("state", state)
                .param("message", message)
                .param("tenant", tenantId)
                .param("run", runId)
                .update();
        jdbc.sql(EMPTY_OLD_PAGES).param("tenant", tenantId).param("run", runId).update();
        LOG.info("run {} ended {} {}", runId, state, message);
    }
}
