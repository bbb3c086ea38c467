package io.penstock.platform.report;

import io.penstock.platform.search.ExportRun;
import io.penstock.platform.work.Bell;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands reports to workers, the oldest first. A worker has a report for half a minute and asks for
 * more while it lives; an attempt that lost its report can change it no more.
 */
@Component
class ReportQueue {

    private static final String TAKE =
            """
            update report r set state = 'RUNNING', attempt = :attempt, attempts = r.attempts + 1,
                lease_until = now() + interval '30 seconds', started_at = :at, rows_written = 0,
                rows_total = null
            from (
                select d.tenant_id, d.report_id from report d
                where d.state = 'REQUESTED' or d.state = 'RUNNING' and d.lease_until < now()
                order by d.report_id limit 1 for update skip locked
            ) due
            where r.tenant_id = due.tenant_id and r.report_id = due.report_id
            returning r.tenant_id, r.attempts, %s
            """
                    .formatted(ReportRow.COLUMNS);

    private static final String MINE =
            """
            where tenant_id = :tenant and report_id = :report and attempt = :attempt
              and state = 'RUNNING'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Bell bell = new Bell();

    ReportQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says that there is a report to be made, once the transaction has ended. */
    void ring() {
        bell.ringAfterCommit();
    }

    /** Waits for one, at most this long. */
    void await(Duration atMost) throws InterruptedException {
        bell.await(atMost);
    }

    /**
     * One attempt at a report.
     *
     * @param count of attempts, this one included
     */
    record Attempt(int tenantId, long report, UUID id, int count, ReportOrder order) {}

    Optional<Attempt> take() {
        var id = UUID.randomUUID();
        return jdbc.sql(TAKE)
                .param("attempt", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var report = ReportRow.report(row, number);
                    return new Attempt(
                            row.getInt("tenant_id"),
                            report.number(),
                            id,
                            row.getInt("attempts"),
                            report.order());
                })
                .optional();
    }

    /** Says how far it is, and lives on; false when the report was cancelled, deleted or lost. */
    boolean beat(Attempt attempt, ExportRun run) {
        var total = run.total();
        return of(
                                attempt,
                                """
                                update report set lease_until = now() + interval '30 seconds',
                                    rows_written = :rows, rows_total = :total::bigint
                                """)
                        .param("rows", run.rows())
                        .param("total", total.isPresent() ? total.getAsLong() : null)
                        .update()
                == 1;
    }

    /** False when the report was cancelled, deleted or lost meanwhile. */
    boolean complete(Attempt attempt, long rows, long bytes, long storedBytes) {
        return of(
                                attempt,
                                """
                                update report set state = 'COMPLETED', lease_until = null, ended_at = :at,
                                    rows_written = :rows, rows_total = :rows, bytes = :bytes,
                                    stored_bytes = :stored
                                """)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("rows", rows)
                        .param("bytes", bytes)
                        .param("stored", storedBytes)
                        .update()
                == 1;
    }

    void fail(Attempt attempt, String reason) {
        of(
                        attempt,
                        """
                        update report set state = 'FAILED', lease_until = null, ended_at = :at,
                            reason = :reason
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    /** For another attempt; this one does not count. */
    void giveBack(Attempt attempt) {
        of(
                        attempt,
                        """
                        update report set state = 'REQUESTED', lease_until = null,
                            attempts = attempts - 1
                        """)
                .update();
    }

    /** Of a database that no other process uses: whoever had a report is no more. */
    void endAllLeases() {
        jdbc.sql("update report set lease_until = '-infinity' where state = 'RUNNING'").update();
    }

    private JdbcClient.StatementSpec of(Attempt attempt, String update) {
        return jdbc.sql(update + MINE)
                .param("tenant", attempt.tenantId())
                .param("report", attempt.report())
                .param("attempt", attempt.id());
    }
}
