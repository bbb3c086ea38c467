package io.penstock.platform.report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports as those who ask for them see them. */
@Component
class ReportRows {

    private static final String ADD =
            """
            insert into report (tenant_id, report_uuid, user_id, username, name, description, kind,
                format, findings_query, assets_query, asked_at)
            values (:tenant, :uuid, :user, :username, :name, :description, :kind, :format,
                :findings, :assets, :at)
            """;

    private static final String SEEN = "r.tenant_id = :tenant and (:all or r.user_id = :user)";

    private static final String NEWEST =
            "select "
                    + ReportRow.COLUMNS
                    + "from report r where "
                    + SEEN
                    + " and r.report_id < :before order by r.report_id desc limit :limit";

    private static final String ONE =
            "select "
                    + ReportRow.COLUMNS
                    + "from report r where "
                    + SEEN
                    + " and r.report_uuid = :uuid";

    private static final String CANCEL =
            """
            update report r set state = 'CANCELLED', ended_at = :at, lease_until = null,
                reason = :reason
            where r.tenant_id = :tenant and r.report_id = :report
              and r.state in ('REQUESTED', 'RUNNING')
            """;

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of the asker that wait or are made; no other can be added until the transaction ends.
     */
    int lockWaiting(Asker asker) {
        jdbc.sql("select user_id from app_user where tenant_id = ? and user_id = ? for update")
                .params(asker.tenantId(), asker.userId())
                .query(UUID.class)
                .single();
        return jdbc.sql(
                        """
                        select count(*) from report r where r.tenant_id = ? and r.user_id = ?
                          and r.state in ('REQUESTED', 'RUNNING')
                        """)
                .params(asker.tenantId(), asker.userId())
                .query(Integer.class)
                .single();
    }

    void add(Asker asker, UUID uuid, ReportOrder order, Instant at) {
        jdbc.sql(ADD)
                .param("tenant", asker.tenantId())
                .param("uuid", uuid)
                .param("user", asker.userId())
                .param("username", asker.username())
                .param("name", order.name())
                .param("description", order.description())
                .param("kind", order.export().kind().name())
                .param("format", order.export().format().label())
                .param("findings", order.export().query().findings())
                .param("assets", order.export().query().assets())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Report> newest(Asker asker, long before, int limit) {
        return seen(NEWEST, asker)
                .param("before", before)
                .param("limit", limit)
                .query(ReportRow::report)
                .list();
    }

    Optional<Report> find(Asker asker, UUID uuid) {
        return seen(ONE, asker).param("uuid", uuid).query(ReportRow::report).optional();
    }

    /** False when it has ended before. */
    boolean cancel(Asker asker, Report report, Instant at) {
        return jdbc.sql(CANCEL)
                        .param("tenant", asker.tenantId())
                        .param("report", report.number())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("reason", "Cancelled by " + asker.username() + ".")
                        .update()
                == 1;
    }

    /** Takes the row away; whoever makes the report sees that it is gone. */
    Optional<UUID> delete(Asker asker, Report report) {
        return jdbc.sql(
                        """
                        with gone as (delete from report where tenant_id = ? and report_id = ?
                            returning attempt)
                        select attempt from gone where attempt is not null
                        """)
                .params(asker.tenantId(), report.number())
                .query(UUID.class)
                .optional();
    }

    private JdbcClient.StatementSpec seen(String sql, Asker asker) {
        return jdbc.sql(sql)
                .param("tenant", asker.tenantId())
                .param("all", asker.seesAll())
                .param("user", asker.userId());
    }
}
