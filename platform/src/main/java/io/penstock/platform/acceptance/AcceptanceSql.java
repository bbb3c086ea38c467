package io.penstock.platform.acceptance;

/**
 * Which findings a decision covers, said once for everybody who asks: {@code x} is an {@code
 * acceptance}, {@code f} a {@code finding}, {@code v} its {@code vulnerability}. A decision holds
 * while its end is ahead and nobody has revoked it; that is asked when it is read.
 */
public final class AcceptanceSql {

    /** The finding that the record of a decision on one finding belongs to now. */
    static final String FINDING =
            """
            coalesce((select r.finding_id from finding_record r where r.tenant_id = x.tenant_id
                and r.record_id = x.finding_id), x.finding_id)
            """;

    /** True for a decision on a record of the finding that {@code :finding} belongs to now. */
    static final String SAME_FINDING =
            """
            x.finding_id in (select :finding::uuid union all
                select r.record_id from finding_record o
                join finding_record r on r.tenant_id = o.tenant_id and r.finding_id = o.finding_id
                where o.tenant_id = :tenant and o.record_id = :finding::uuid)
            """;

    static final String HOLDS = "x.revoked_at is null and x.until > now()";

    /** True for {@code f} when {@code x} covers it. */
    static final String COVERS =
            """
            x.tenant_id = f.tenant_id and (x.scope = 'FINDING' and %s = f.finding_id
                or x.scope = 'CVE' and x.cve_id = v.cve_id
                or x.scope = 'CVE_ON_ASSET' and x.cve_id = v.cve_id and exists (
                    select from asset_source s where s.tenant_id = x.tenant_id
                      and s.host_id = x.host_id and s.asset_id = f.asset_id))
            """
                    .formatted(FINDING);

    /** True for {@code f} when no decision calls it a false positive; one look-up a scope. */
    public static final String NO_FALSE_POSITIVE =
            """
            not exists (select from acceptance x where x.tenant_id = f.tenant_id
                and x.kind = 'FALSE_POSITIVE' and x.scope = 'FINDING' and %2$s
                and %1$s = f.finding_id)
            and not exists (select from acceptance x where x.tenant_id = f.tenant_id
                and x.kind = 'FALSE_POSITIVE' and x.scope = 'CVE' and %2$s and x.cve_id = v.cve_id)
            and not exists (select from acceptance x
                join asset_source s on s.tenant_id = x.tenant_id and s.host_id = x.host_id
                where x.tenant_id = f.tenant_id and x.kind = 'FALSE_POSITIVE'
                  and x.scope = 'CVE_ON_ASSET' and %2$s and x.cve_id = v.cve_id
                  and s.asset_id = f.asset_id)
            """
                    .formatted(FINDING, HOLDS);

    /**
     * A condition on {@code f} with a hole for one on the decision {@code x} that covers it; it
     * goes from the few decisions to their findings.
     */
    public static final String FRAME =
            """
            f.finding_id in (select m.finding_id from acceptance x cross join lateral (
                select %1$s as finding_id where x.scope = 'FINDING'
                union all
                select g.finding_id from vulnerability w join finding g
                    on g.tenant_id = w.tenant_id and g.vulnerability_id = w.vulnerability_id
                where x.scope = 'CVE' and w.tenant_id = x.tenant_id and w.cve_id = x.cve_id
                union all
                select g.finding_id from asset_source s
                join finding g on g.tenant_id = s.tenant_id and g.asset_id = s.asset_id
                join vulnerability w
                    on w.tenant_id = g.tenant_id and w.vulnerability_id = g.vulnerability_id
                where x.scope = 'CVE_ON_ASSET' and s.tenant_id = x.tenant_id
                  and s.host_id = x.host_id and w.cve_id = x.cve_id) m
            where x.tenant_id = :tenant and %2$s and {})
            """
                    .formatted(FINDING, HOLDS);

    /**
     * The one decision that says most of {@code f}, of several a false positive and then the
     * newest; one look-up a scope, none at all while the tenant has no decision.
     */
    public static final String STRONGEST =
            """
            select x.kind, x.reason, x.created_at, x.until from (
                select x.* from acceptance x
                where x.tenant_id = f.tenant_id and x.scope = 'FINDING'
                  and x.finding_id = f.finding_id
                union all
                select x.* from finding_record r join acceptance x
                    on x.tenant_id = r.tenant_id and x.finding_id = r.record_id
                where r.tenant_id = f.tenant_id and r.finding_id = f.finding_id
                  and x.scope = 'FINDING' and r.record_id <> f.finding_id
                union all
                select x.* from acceptance x
                where x.tenant_id = f.tenant_id and x.scope = 'CVE' and x.cve_id = v.cve_id
                union all
                select x.* from acceptance x join asset_source s
                    on s.tenant_id = x.tenant_id and s.host_id = x.host_id
                where x.tenant_id = f.tenant_id and x.scope = 'CVE_ON_ASSET'
                  and x.cve_id = v.cve_id and s.asset_id = f.asset_id
            ) x
            where exists (select from acceptance y where y.tenant_id = :tenant) and %s
            order by x.kind = 'FALSE_POSITIVE' desc, x.created_at desc limit 1
            """
                    .formatted(HOLDS);

    /** Puts assets whose score a decision {@code x} moves into the queue; a condition follows. */
    static final String MARK =
            """
            insert into score_due (tenant_id, asset_id)
            select distinct x.tenant_id, m.asset_id from acceptance x cross join lateral (
                select g.asset_id from finding g where x.scope = 'FINDING'
                  and g.tenant_id = x.tenant_id and g.finding_id = %s
                union all
                select s.asset_id from asset_source s where x.scope = 'CVE_ON_ASSET'
                  and s.tenant_id = x.tenant_id and s.host_id = x.host_id
                union all
                select g.asset_id from vulnerability w join finding g
                    on g.tenant_id = w.tenant_id and g.vulnerability_id = w.vulnerability_id
                where x.scope = 'CVE' and w.tenant_id = x.tenant_id and w.cve_id = x.cve_id
                  and g.status <> 3) m
            where x.kind = 'FALSE_POSITIVE' and x.tenant_id = :tenant
              and x.acceptance_id = any(:ids)
            """
                    .formatted(FINDING);

    private AcceptanceSql() {}
}
