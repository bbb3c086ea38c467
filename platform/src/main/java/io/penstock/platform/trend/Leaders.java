package io.penstock.platform.trend;

import io.penstock.platform.trend.Summary.RiskyHost;
import io.penstock.platform.trend.Summary.WideCve;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** The CVEs and hosts to look at first. */
final class Leaders {

    private static final int ROWS = 10;

    /**
     * The index that has an asset's findings gives them class by class, so the first grouping needs
     * no sort; a finding of a CVE is of a class of its own, and ports may make several of it.
     */
    private static final String CVES =
            """
            select v.cve_id, c.hosts, c.findings, c.severity
            from (
                select min(g.vulnerability_id) as vulnerability_id, count(*) as hosts,
                    sum(g.findings) as findings, max(g.severity) as severity
                from (
                    select f.match_key, min(f.vulnerability_id) as vulnerability_id,
                        count(*) as findings, max(f.severity) as severity
                    from finding f where f.tenant_id = :tenant and f.status <> 3
                    group by f.asset_id, f.match_key) g
                group by g.match_key) c
            join vulnerability v
                on v.tenant_id = :tenant and v.vulnerability_id = c.vulnerability_id
            where v.cve_id is not null
            order by c.hosts desc, c.severity desc, v.cve_id
            limit %d
            """
                    .formatted(ROWS);

    private static final String HOSTS =
            """
            select a.asset_id, left(a.name, 300) as name, a.score,
                (select count(*) from finding f where f.tenant_id = a.tenant_id
                    and f.asset_id = a.asset_id and f.status <> 3) as open
            from (
                select tenant_id, asset_id, name, score from asset
                where tenant_id = :tenant and score > 0
                order by score desc, asset_id limit %d) a
            order by a.score desc, a.asset_id
            """
                    .formatted(ROWS);

    private Leaders() {}

    static List<WideCve> cves(JdbcClient jdbc, int tenantId) {
        return jdbc.sql(CVES)
                .param("tenant", tenantId)
                .query((row, _) -> {
                    var cve = row.getString("cve_id");
                    return new WideCve(
                            cve,
                            row.getInt("severity"),
                            new Figure(row.getLong("hosts"), Queries.hostsOf(cve)),
                            new Figure(row.getLong("findings"), Queries.findingsOf(cve)));
                })
                .list();
    }

    static List<RiskyHost> hosts(JdbcClient jdbc, int tenantId) {
        return jdbc.sql(HOSTS)
                .param("tenant", tenantId)
                .query((row, _) -> {
                    var id = row.getObject("asset_id", UUID.class);
                    return new RiskyHost(
                            id,
                            row.getString("name"),
                            row.getInt("score"),
                            new Figure(row.getLong("open"), Queries.openOn(id)));
                })
                .list();
    }
}
