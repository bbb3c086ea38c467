package io.penstock.platform.connector;

import java.util.List;

/**
 * What people said of assets and findings when a connection goes: a tag or a decision hangs on one
 * record, and moves to a record of another connection while there is one. What is left then is
 * about things that are no more. The binds are {@code tenant} and {@code connection}.
 */
final class KeptWords {

    /** A host {@code s} of the connection, and the record {@code o} that its words move to. */
    private static final String NEIGHBOUR =
            """
            join lateral (select n.host_id from asset_source n
                where n.tenant_id = s.tenant_id and n.asset_id = s.asset_id
                  and n.connection_id <> s.connection_id
                order by n.host_id = n.asset_id desc, n.host_id limit 1) o on true
            where s.tenant_id = :tenant and s.connection_id = :connection
            """;

    private static final String TAGS =
            """
            insert into asset_tag (tenant_id, host_id, tag_id, origin, source, added_by, added_at)
            select distinct on (o.host_id, x.tag_id) x.tenant_id, o.host_id, x.tag_id, x.origin,
                x.source, x.added_by, x.added_at
            from asset_source s
            join asset_tag x on x.tenant_id = s.tenant_id and x.host_id = s.host_id
            %s
            order by o.host_id, x.tag_id, x.origin, x.added_at
            on conflict (tenant_id, host_id, tag_id) do update set origin = excluded.origin,
                source = excluded.source, added_by = excluded.added_by,
                added_at = excluded.added_at
            where asset_tag.origin = 'SUGGESTED' and excluded.origin = 'HAND'
            """
                    .formatted(NEIGHBOUR);

    private static final String TAGS_LEFT =
            """
            delete from asset_tag x using asset_source s
            where s.tenant_id = :tenant and s.connection_id = :connection
              and x.tenant_id = s.tenant_id and x.host_id = s.host_id
            """;

    /** Decisions that move, and which record they are about then. */
    private static final String MOVES =
            """
            select x.acceptance_id, o.host_id, null::uuid as finding_id
            from asset_source s
            join acceptance x on x.tenant_id = s.tenant_id and x.host_id = s.host_id
            %s
            union all
            select x.acceptance_id, null, o.record_id
            from finding_record s
            join acceptance x on x.tenant_id = s.tenant_id and x.scope = 'FINDING'
                and x.finding_id = s.record_id
            join lateral (select n.record_id from finding_record n
                where n.tenant_id = s.tenant_id and n.finding_id = s.finding_id
                  and n.connection_id <> s.connection_id
                order by n.record_id = n.finding_id desc, n.record_id limit 1) o on true
            where s.tenant_id = :tenant and s.connection_id = :connection
            """
                    .formatted(NEIGHBOUR);

    /** Of decisions that would meet on one record, the one that ends last goes on. */
    private static final String MEETING =
            """
            with moves as (%s), placed as (
                select x.acceptance_id, row_number() over (
                    partition by x.kind, x.scope, coalesce(m.host_id, x.host_id),
                        coalesce(m.finding_id, x.finding_id),
                        case x.scope when 'FINDING' then '' else x.cve_id end
                    order by x.until desc, x.acceptance_id desc) as place
                from acceptance x left join moves m on m.acceptance_id = x.acceptance_id
                where x.tenant_id = :tenant and x.scope <> 'CVE' and x.revoked_at is null)
            update acceptance x set revoked_by = x.created_by, revoked_at = now(),
                revoke_reason = 'another decision of the kind goes on for it'
            from placed p
            where x.tenant_id = :tenant and x.acceptance_id = p.acceptance_id and p.place > 1
            """
                    .formatted(MOVES);

    private static final String DECISIONS =
            """
            update acceptance x set host_id = m.host_id, finding_id = m.finding_id
            from (%s) m
            where x.tenant_id = :tenant and x.acceptance_id = m.acceptance_id
            """
                    .formatted(MOVES);

    private static final String DECISIONS_LEFT =
            """
            delete from acceptance x where x.tenant_id = :tenant and (
                x.host_id in (select s.host_id from asset_source s
                    where s.tenant_id = :tenant and s.connection_id = :connection)
                or x.scope = 'FINDING' and x.finding_id in (
                    select s.record_id from source_finding s
                    where s.tenant_id = :tenant and s.connection_id = :connection))
            """;

    /** Before anything of the connection goes. */
    static final List<String> MOVED = List.of(TAGS, TAGS_LEFT, MEETING, DECISIONS, DECISIONS_LEFT);

    private KeptWords() {}
}
