package io.penstock.platform.closing;

import io.penstock.core.finding.FindingStatus;
import io.penstock.core.finding.Word;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads what holds would close. */
@Component
class HoldChanges {

    /** One row for every record, with its newest word. */
    private static final String CHANGES =
            """
            select f.finding_id, f.record_id, v.name as title, v.cve_id, f.asset_id,
                a.name as asset_name, f.severity, f.status, w.word, w.happened_at
            from (select distinct on (e.finding_id) e.finding_id, e.word, e.happened_at
                from finding_event e
                where e.tenant_id = :tenant and e.hold_run = :run and e.held
                  and e.finding_id > :after
                order by e.finding_id, e.happened_at desc, e.event_id desc limit :limit) w
            join source_finding f on f.tenant_id = :tenant and f.record_id = w.finding_id
            left join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            left join asset a on a.tenant_id = f.tenant_id and a.asset_id = f.asset_id
            order by f.record_id
            """;

    private static final String HELD =
            """
            (select distinct finding_id as record_id from finding_event
                where tenant_id = :tenant and hold_run = :run and held) w
            join source_finding f on f.tenant_id = :tenant and f.record_id = w.record_id
            """;

    private static final String BY_CVE =
            """
            select coalesce(v.cve_id, '') as key, coalesce(v.cve_id, '(no CVE)') as name,
                count(*) as findings
            from %s
            left join vulnerability v
                on v.tenant_id = f.tenant_id and v.vulnerability_id = f.vulnerability_id
            group by v.cve_id order by findings desc, key limit :limit
            """
                    .formatted(HELD);

    private static final String BY_HOST =
            """
            select f.asset_id::text as key, coalesce(min(a.name), '') as name,
                count(*) as findings
            from %s
            left join asset a on a.tenant_id = f.tenant_id and a.asset_id = f.asset_id
            group by f.asset_id order by findings desc, key limit :limit
            """
                    .formatted(HELD);

    private final JdbcClient jdbc;

    HoldChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HeldChange> of(int tenantId, long run, @Nullable UUID after, int limit) {
        return jdbc.sql(CHANGES)
                .param("tenant", tenantId)
                .param("run", run)
                .param("after", after == null ? IdRange.START : after)
                .param("limit", limit)
                .query((row, _) -> change(row))
                .list();
    }

    List<HeldCount> byCve(int tenantId, long run, int limit) {
        return counts(BY_CVE, tenantId, run, limit);
    }

    List<HeldCount> byHost(int tenantId, long run, int limit) {
        return counts(BY_HOST, tenantId, run, limit);
    }

    private List<HeldCount> counts(String sql, int tenantId, long run, int limit) {
        return jdbc.sql(sql)
                .param("tenant", tenantId)
                .param("run", run)
                .param("limit", limit)
                .query((row, _) ->
                        new HeldCount(
                                row.getString("key"),
                                row.getString("name"),
                                row.getLong("findings")))
                .list();
    }

    private static HeldChange change(ResultSet row) throws SQLException {
        var title = row.getString("title");
        var asset = row.getString("asset_name");
        return new HeldChange(
                row.getObject("finding_id", UUID.class),
                row.getObject("record_id", UUID.class),
                title == null ? "" : title,
                row.getString("cve_id"),
                row.getObject("asset_id", UUID.class),
                asset == null ? "" : asset,
                row.getInt("severity"),
                FindingStatus.of(row.getInt("status")).name(),
                Word.Kind.of(row.getInt("word")).name(),
                row.getTimestamp("happened_at").toInstant());
    }
}
