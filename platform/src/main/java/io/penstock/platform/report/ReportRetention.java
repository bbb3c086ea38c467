package io.penstock.platform.report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;

/** Takes old reports and their files away, and files that belong to no report. */
@Component
class ReportRetention {

    private static final String ENDED = "r.state not in ('REQUESTED', 'RUNNING')";

    /** What somebody chose for the tenant counts before what the process was told. */
    private static final String OLD =
            """
            delete from report r
            where r.ended_at < cast(:now as timestamptz) - coalesce(
                (select make_interval(days => s.value::int) from setting s
                    where s.tenant_id = r.tenant_id and s.key = :key),
                make_interval(secs => :kept)) and %s
            returning r.attempt
            """
                    .formatted(ENDED);

    private static final String TOO_MANY =
            """
            delete from report r
            using (
                select n.tenant_id, n.report_id, row_number() over (
                    partition by n.tenant_id, n.user_id order by n.report_id desc) as place
                from report n
            ) n
            where n.tenant_id = r.tenant_id and n.report_id = r.report_id and n.place > :most
              and %s
            returning r.attempt
            """
                    .formatted(ENDED);

    /** Counted from the newest file on; what does not fit any more goes. */
    private static final String TOO_LARGE =
            """
            delete from report r
            using (
                select n.tenant_id, n.report_id,
                    sum(n.stored_bytes) over (order by n.ended_at desc, n.report_id desc) as bytes
                from report n where n.state = 'COMPLETED'
            ) n
            where n.tenant_id = r.tenant_id and n.report_id = r.report_id and n.bytes > :most
              and %s
            returning r.attempt
            """
                    .formatted(ENDED);

    private static final String KNOWN =
            """
            select r.attempt from report r
            where r.attempt in (:attempts) and r.state in ('RUNNING', 'COMPLETED')
            """;

    private final JdbcClient jdbc;
    private final ReportFiles files;
    private final ReportSettings settings;
    private final Clock clock;

    ReportRetention(JdbcClient jdbc, ReportFiles files, ReportSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** A turn of the one who tidies up; there is never more to do at once. */
    boolean tidy() {
        apply();
        sweep();
        return false;
    }

    /** What is too old, too many or too large, the oldest first. */
    void apply() {
        delete(
                jdbc.sql(OLD)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("key", ReportSettings.KEPT_DAYS)
                        .param("kept", settings.kept().toSeconds()));
        delete(jdbc.sql(TOO_MANY).param("most", settings.perUser()));
        delete(jdbc.sql(TOO_LARGE).param("most", settings.bytesMax().toBytes()));
    }

    /**
     * Files of attempts that ended without a word, as in a kill. The files are listed before the
     * reports are looked up: one that is begun meanwhile is not in the list.
     */
    void sweep() {
        var found = files.attempts();
        if (found.isEmpty()) {
            return;
        }
        var orphans = new HashSet<>(found);
        jdbc.sql(KNOWN).param("attempts", found).query(UUID.class).list().forEach(orphans::remove);
        orphans.forEach(files::drop);
    }

    private void delete(JdbcClient.StatementSpec statement) {
        statement.query(UUID.class).list().stream().filter(Objects::nonNull).forEach(files::drop);
    }
}
