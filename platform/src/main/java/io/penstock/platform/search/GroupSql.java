package io.penstock.platform.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
            from (%s) g
            order by %s
            limit :limit
            """;

    private static final String SIZE = "g.findings desc, g.key";

    private static final String PLAIN =
            "select f.%1$s::text as key, null as label, count(*) as findings from %2$s group by 1";

    private static final String CVE =
            """
            select v.cve_id as key, null as label, sum(n.findings) as findings
            from (select f.vulnerability_id, count(*) as findings from %s group by 1) n
            left join vulnerability v
                on v.tenant_id = :tenant and v.vulnerability_id = n.vulnerability_id
            group by 1
            """;

    private static final String HOST =
            """
            select n.asset_id::text as key, a.name as label, n.findings
            from (select f.asset_id, count(*) as findings from %s group by 1) n
            left join asset a on a.tenant_id = :tenant and a.asset_id = n.asset_id
            """;

    /** A finding that several connections of one product speak of counts once for the product. */
    private static final String SOURCE =
            """
            select c.product_name as key, null as label, sum(n.findings) as findings
            from (
                select f.connection_id, count(*) as findings
                from (select * from %1$s) f where f.records = 1 group by 1
                union all
                select s.connection_id, count(*) from (
                    select distinct on (f.finding_id, c.product_name) r.connection_id
                    from (select * from %1$s) f
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
            case SEVERITY ->
                    LARGEST.formatted(PLAIN.formatted("severity", population), "g.key desc");
            case STATUS -> LARGEST.formatted(PLAIN.formatted("status", population), SIZE);
            case CVE -> LARGEST.formatted(CVE.formatted(population), SIZE);
            case HOST -> LARGEST.formatted(HOST.formatted(population), SIZE);
            case SOURCE -> LARGEST.formatted(SOURCE.formatted(population), SIZE);
            case AGE -> LARGEST.formatted(age(population), "g.key");
        };
    }

    /** The oldest first sight of each step. */
    static void bindAges(Instant now, Map<String, Object> binds) {
        var to = now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        for (var step : AgeStep.values()) {
            binds.put("age" + step.ordinal(), to.minusDays(step.from()));
        }
    }

    private static String age(String population) {
        var steps = new StringBuilder("case");
        for (var step : AgeStep.values()) {
            if (step.ordinal() > 0) {
                steps.append(" when f.first_found > :age").append(step.ordinal());
                steps.append(" then ").append(step.ordinal() - 1);
            }
        }
        steps.append(" else ").append(AgeStep.OLDER.ordinal()).append(" end");
        return "select (%s)::text as key, null as label, count(*) as findings from %s group by 1"
                .formatted(steps, population);
    }
}
