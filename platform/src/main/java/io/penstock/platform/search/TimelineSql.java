package io.penstock.platform.search;

/** The SQL of {@link AssetTimeline}: each part gives the time, a kind, a name, and the words. */
final class TimelineSql {

    private static final String IDENTITY =
            """
            select l.happened_at as at, 'IDENTITY' as kind, 'i' || l.log_id as ref, case
                    when l.from_asset = :asset and l.to_asset <> :asset
                        then 'A record went to another host. '
                    when l.to_asset = :asset then 'A record came to this host. ' else '' end
                || case l.cause when 'DECISION' then 'By a decision: '
                    when 'RULES' then 'By changed rules: '
                    when 'REMOVAL' then 'By the removal of a connection: ' else '' end
                || l.sentence as sentence, '' as note, '' as by, r.run_uuid
            from identity_log l
            left join run r on r.tenant_id = l.tenant_id and r.run_id = l.run_id
            where l.tenant_id = :tenant and l.host_id in (select host_id from host)
            """;

    private static final String DECISION =
            """
            select max(d.decided_at), 'DECISION', 'd' || d.request_uuid,
                case d.action when 'MERGE' then 'Merged by hand.' when 'SPLIT' then 'Split by hand.'
                    when 'PIN' then 'Two records pinned together.'
                    else 'Two records forbidden to be one.' end
                || case when bool_and(d.revoked_at is not null)
                    then ' Taken back by ' || max(d.revoked_by) || '.' else '' end,
                max(d.reason), max(d.decided_by), null::uuid
            from identity_decision d
            where d.tenant_id = :tenant and (d.host_a in (select host_id from host)
                or d.host_b in (select host_id from host))
            group by d.request_uuid, d.action
            """;

    private static final String SCORE =
            """
            select c.changed_at, 'SCORE', 's' || c.change_id,
                'The score went from ' || c.from_score || ' to ' || c.to_score || ' (' || c.strategy
                || ').', '', '', null::uuid
            from asset_score_change c where c.tenant_id = :tenant and c.asset_id = :asset
            """;

    private static final String FIRST_SEEN =
            """
            select r.opened_at, 'FINDINGS', 'n' || n.created_run,
                n.findings || ' new finding' || case n.findings when 1 then '.' else 's.' end, '', '',
                r.run_uuid
            from (select s.tenant_id, s.created_run, count(*) as findings from source_finding s
                where s.tenant_id = :tenant and s.asset_id = :asset
                group by s.tenant_id, s.created_run) n
            join run r on r.tenant_id = n.tenant_id and r.run_id = n.created_run
            """;

    /** An event of a record; those of one run that lead to the same status are one entry. */
    private static final String STATUS =
            """
            select n.at, 'FINDINGS', 'f' || n.run_id || '-' || n.to_status,
                n.findings || ' finding' || case n.findings when 1 then '' else 's' end || ' became '
                || case n.to_status when 1 then 'new' when 2 then 'active' when 3 then 'fixed'
                    else 'reopened' end || '.', '', '', r.run_uuid
            from (select e.tenant_id, e.run_id, e.to_status, max(e.happened_at) as at,
                    count(*) as findings
                from source_finding s
                join finding_event e on e.tenant_id = s.tenant_id and e.finding_id = s.record_id
                where s.tenant_id = :tenant and s.asset_id = :asset and not e.held
                  and not e.rejected and e.from_status <> e.to_status
                group by e.tenant_id, e.run_id, e.to_status) n
            left join run r on r.tenant_id = n.tenant_id and r.run_id = n.run_id
            """;

    private static final String ACCEPTANCE =
            """
            select x.created_at, 'ACCEPTANCE', 'a' || x.acceptance_id,
                case x.kind when 'RISK_ACCEPTED' then 'Risk accepted' else 'False positive' end
                || case x.scope when 'FINDING' then ' of one finding' else ' of the CVE' end
                || coalesce(': ' || x.cve_id, '') || case when x.revoked_at is null then '.'
                    else '; revoked by ' || x.revoked_by || '.' end,
                x.reason, x.created_by, null::uuid
            from acceptance x
            where x.tenant_id = :tenant and (
                x.scope = 'CVE_ON_ASSET' and x.host_id in (select host_id from host)
                or x.scope = 'FINDING' and exists (select from source_finding s
                    where s.tenant_id = x.tenant_id and s.record_id = x.finding_id
                      and s.asset_id = :asset))
            """;

    private static final String TAG =
            """
            select x.added_at, 'TAG', 't' || x.host_id || '-' || x.tag_id, 'Tagged ' || t.name || '.',
                '', x.added_by, null::uuid
            from asset_tag x join tag t on t.tenant_id = x.tenant_id and t.tag_id = x.tag_id
            where x.tenant_id = :tenant and x.host_id in (select host_id from host)
              and x.origin = 'HAND'
            """;

    static final String ENTRIES =
            "with host as (select host_id from asset_source"
                    + " where tenant_id = :tenant and asset_id = :asset)\n"
                    + "select at, kind, ref, sentence, note, by, run_uuid from (\n"
                    + String.join(
                            "union all\n",
                            IDENTITY,
                            DECISION,
                            SCORE,
                            FIRST_SEEN,
                            STATUS,
                            ACCEPTANCE,
                            TAG)
                    + ") happened where (at, ref) < (:at, :ref)"
                    + " order by at desc, ref desc limit :limit";

    private TimelineSql() {}
}
