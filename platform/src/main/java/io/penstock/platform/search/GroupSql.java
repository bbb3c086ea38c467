package io.penstock.platform.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Statements that count findings by group. All of them count by a column of the index that finds
 * findings, and look up names afterwards, for the groups only.
 */
final class GroupSql {

    /** {@code :limit} of them, with the number of groups and of findings in all. */
    private static final String LARGEST =
            """
            select g.key, g.label, g.findings, count(*) over () as groups,
                sum(g.findings) over () as total
            from ({}) g
            order by {order}
            limit :limit
            """;

    private static final String SIZE = "g.findings desc, g.key";

    private static final String SEVERITY =
            "select f.severity::text as key, null as label, count(*) as findings from {} group by"
                    + " 1";

    private static final String STATUS =
            "select f.status::text as key, null as label, count(*) as findings from {} group by 1";

    private static final String CVE =
            """
            select v.cve_id as key, null as label, sum(n.findings) as findings
            from (select f.vulnerability_id, count(*) as findings from {} group by 1) n
            left join vulnerability v
                on v.tenant_id = :tenant and v.vulnerability_id = n.vulnerability_id
            group by 1
            """;

    private static final String HOST =
            """
            select n.asset_id::text as key, a.name as label, n.findings
            from (select f.asset_id, count(*) as findings from {} group by 1) n
            left join asset a on a.tenant_id = :tenant and a.asset_id = n.asset_id
            """;

    /** A finding that several connections of one product speak of counts once for the product. */
    private static final String SOURCE =
            """
            select c.product_name as key, null as label, sum(n.findings) as findings
            from (
                select f.connection_id, count(*) as findings
                from (select * from {}) f where f.records = 1 group by 1
                union all
                select s.connection_id, count(*) from (
                    select distinct on (f.finding_id, c.product_name) r.connection_id
                    from (select * from {}) f
                    join finding_record r
                        on r.tenant_id = :tenant and r.finding_id = f.finding_id
                    join connection c
                        on c.tenant_id = :tenant and c.connection_id = r.connection_id
                    where f.records > 1
                ) s group by 1
            ) n
            join connection c on c.tenant_id = :tenant and c.connection_id = n.connection_id
            group by 1
            """;

    private GroupSql() {}

    static String of(GroupBy by, String population) {
        return switch (by) {
            case SEVERITY -> largest(SEVERITY, population, "g.key desc");
            case STATUS -> largest(STATUS, population, SIZE);
            case CVE -> largest(CVE, population, SIZE);
            case HOST -> largest(HOST, population, SIZE);
            case SOURCE -> largest(SOURCE, population, SIZE);
            case AGE -> largest(age(), population, "g.key::integer");
        };
    }

    private static String largest(String groups, String population, String order) {
        return LARGEST.replace("{order}", order).replace("{}", groups).replace("{}", population);
    }

    /** The oldest first sight of each step. */
    static void bindAges(Instant now, Map<String, Object> binds) {
        var to = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        for (var step : AgeStep.values()) {
            binds.put("age" + step.key(), to.minusDays(step.from()));
        }
    }

    /** By the first day of the step, which is its key: from the oldest step to the youngest. */
    private static String age() {
        var steps = new StringBuilder("case");
        for (var step : List.of(AgeStep.values()).reversed()) {
            steps.append(" when f.first_found <= :age").append(step.key());
            steps.append(" then ").append(step.key());
        }
        return "select ("
                + steps
                + " else 0 end)::text as key, null as label,"
                + " count(*) as findings from {} group by 1";
    }
}
