package io.penstock.platform.intake;

import io.penstock.platform.closing.Closings;
import io.penstock.platform.reading.Watermarks;
import io.penstock.platform.setting.Settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves one run on when everything before is done: assets complete → findings may be transformed;
 * everything transformed → judged; closings applied or held → ended. A run is COMPLETE only when
 * reading ended well, every slice is sealed and the ledger balances. Each stream's watermark moves
 * with what the run proved of it.
 */
@Component
class RunEnding {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnding.class);

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
            for update of r skip locked
            """;

    private static final String END =
            """
            update run set state = :state, message = :message, ended_at = now()
            where tenant_id = :tenant and run_id = :run and state = 'TRANSFORMING'
            """;

    /**
     * Pages are kept back to the last complete full runs, two unless somebody chose more, so that
     * they can be replayed (rule 8).
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
                  order by k.run_id desc limit :kept) kept having count(*) = :kept)
            """;

    private final JdbcClient jdbc;
    private final PageArrivals arrivals;
    private final RunDoubts doubts;
    private final Watermarks watermarks;
    private final Closings closings;
    private final Settings chosen;

    RunEnding(
            JdbcClient jdbc,
            PageArrivals arrivals,
            RunDoubts doubts,
            Watermarks watermarks,
            Closings closings,
            Settings chosen) {
        this.jdbc = jdbc;
        this.arrivals = arrivals;
        this.doubts = doubts;
        this.watermarks = watermarks;
        this.closings = closings;
        this.chosen = chosen;
    }

    private record Ready(String outcome, String message) {}

    /**
     * Takes the run as far as it goes in one batch. One that another thread is ending is passed
     * over.
     *
     * @return true when there is more to be done at once
     */
    @Transactional
    boolean settle(int tenantId, long runId) {
        var assetsDone =
                jdbc.sql(ASSETS_DONE).param("tenant", tenantId).param("run", runId).update();
        if (assetsDone > 0) {
            arrivals.signal();
        }
        return jdbc.sql(READY)
                .param("tenant", tenantId)
                .param("run", runId)
                .query((row, _) -> new Ready(row.getString(1), row.getString(2)))
                .optional()
                .map(ready -> closing(tenantId, runId, ready))
                .orElse(false);
    }

    private boolean closing(int tenantId, long runId, Ready ready) {
        var end = closings.step(tenantId, runId, () -> judged(tenantId, runId, ready));
        end.ifPresent(ended -> end(tenantId, runId, ended));
        return end.isEmpty();
    }

    private Closings.End judged(int tenantId, long runId, Ready ready) {
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
        return new Closings.End(state, message);
    }

    private void end(int tenantId, long runId, Closings.End end) {
        jdbc.sql(END)
                .param("state", end.state())
                .param("message", end.message())
                .param("tenant", tenantId)
                .param("run", runId)
                .update();
        watermarks.move(tenantId, runId);
        jdbc.sql(EMPTY_OLD_PAGES)
                .param("tenant", tenantId)
                .param("run", runId)
                .param("kept", KeptPages.of(chosen, tenantId))
                .update();
        LOG.info("run {} ended {} {}", runId, end.state(), end.message());
    }
}
