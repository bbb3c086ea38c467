package io.penstock.platform.replay;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link Replays}. */
@Component
class ReplayRows {

    private static final String SOURCE =
            """
            select coalesce(r.source_run, r.run_id) as run_id, r.state, r.connection_id, r.profile_id,
                c.name, c.connector_key, p.map_id
            from run r join connection c using (tenant_id, connection_id)
            join profile p using (tenant_id, profile_id)
            where r.tenant_id = ? and r.run_uuid = ?
            """;

    private static final String OPEN =
            """
            insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, reading_epoch,
                trigger, kind, state, window_until, engine_uuid, engine_version, engine_host, lease,
                lease_until, opened_at, read_ended_at, read_outcome, source_run, opened_by)
            select tenant_id, :uuid, connection_id, profile_id, :map, reading_epoch, 'replay',
                'REPLAY', 'TRANSFORMING', window_until, :uuid, '', '', :uuid, now(), now(), now(),
                'READ', run_id, :by
            from run where tenant_id = :tenant and run_id = :source
            returning run_id
            """;

    private static final String ALL_PAGES =
            """
            insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts, encoding, sha256,
                records, body, received_at, source_page, source_run)
            select tenant_id, :run, stream, 0,
                row_number() over (partition by stream order by page_id) - 1, hosts, encoding, sha256,
                records, '', now(), page_id, run_id
            from raw_page where tenant_id = :tenant and run_id = :source and state = 'DONE'
            order by page_id
            """;

    /** Findings that were rejected because of their host come along with it. */
    private static final String REJECTS =
            """
            insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts, encoding, sha256,
                records, body, received_at, source_page, source_run, only_records)
            with picked as (
                select coalesce(p.source_page, p.page_id) as page, q.record_index, p.hosts
                from rejected_record q
                join raw_page p on p.tenant_id = q.tenant_id and p.page_id = q.page_id
                where q.tenant_id = :tenant and q.evidence_run = :source
                  and q.resolved_run is null and (:stream = '' or q.stream = :stream)
                  and (:field = '' or q.field = :field)
                  and (:reason = '' or q.reason_form = :reason)
                  and (:page = 0 or (q.page_id = :page and q.record_index = :index))),
            followers as (
                select coalesce(p.source_page, p.page_id) as page, q.record_index
                from rejected_record q
                join raw_page p on p.tenant_id = q.tenant_id and p.page_id = q.page_id
                where q.tenant_id = :tenant and q.evidence_run = :source
                  and q.resolved_run is null and q.field = 'host' and not p.hosts
                  and exists (select from picked where hosts)),
            wanted as (
                select page, array_agg(record_index order by record_index) as indexes
                from (select page, record_index from picked
                      union select page, record_index from followers) both_kinds
                group by page)
            select s.tenant_id, :run, s.stream, 0,
                row_number() over (partition by s.stream order by s.page_id) - 1, s.hosts,
                s.encoding, s.sha256, cardinality(w.indexes), '', now(), s.page_id, s.run_id,
                w.indexes
            from wanted w join raw_page s on s.tenant_id = :tenant and s.page_id = w.page
            order by s.page_id
            """;

    private static final String EMPTIED =
            """
            select count(*) from raw_page p
            join raw_page s on s.tenant_id = p.tenant_id and s.page_id = p.source_page
            where p.tenant_id = ? and p.run_id = ? and octet_length(s.body) = 0
            """;

    private static final String STREAMS =
            """
            insert into run_stream (tenant_id, run_id, stream, hosts, planned)
            select distinct tenant_id, run_id, stream, hosts, true from raw_page
            where tenant_id = ? and run_id = ?
            """;

    /** Of whole pages as many records are distinct as the vendor's run had. */
    private static final String SLICES =
            """
            insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound,
                next_sequence, received, distinct_count, vendor_total, last_page_in, state)
            select p.tenant_id, p.run_id, p.stream, 0, '', '', count(*), sum(p.records), t.total,
                t.total, true, 'SEALED'
            from raw_page p cross join lateral (
                select case when :whole then (select sum(distinct_count) from run_slice x
                        where x.tenant_id = :tenant and x.run_id = :source and x.stream = p.stream)
                    else (select sum(records) from raw_page g where g.tenant_id = :tenant
                        and g.run_id = :run and g.stream = p.stream) end as total) t
            where p.tenant_id = :tenant and p.run_id = :run
            group by p.tenant_id, p.run_id, p.stream, t.total
            """;

    private final JdbcClient jdbc;

    ReplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run whose pages are stored; that of a replay is the run it replays.
     *
     * @param mapId what its profile uses now
     */
    record Source(
            long runId,
            String state,
            int connectionId,
            String connectionName,
            String connectorKey,
            int mapId) {}

    Optional<Source> source(int tenantId, UUID run) {
        return jdbc.sql(SOURCE)
                .params(tenantId, run)
                .query((row, _) ->
                        new Source(
                                row.getLong("run_id"),
                                row.getString("state"),
                                row.getInt("connection_id"),
                                row.getString("name"),
                                row.getString("connector_key"),
                                row.getInt("map_id")))
                .optional();
    }

    /** Locks the connection until the transaction ends; false when a run of it is under way. */
    boolean lockIdle(int tenantId, int connectionId) {
        jdbc.sql(
                        """
                        select connection_id from connection
                        where tenant_id = ? and connection_id = ? for update
                        """)
                .params(tenantId, connectionId)
                .query(Integer.class)
                .single();
        return jdbc.sql(
                        """
                        select not exists (select from run where tenant_id = ? and connection_id = ?
                            and state in ('READING', 'TRANSFORMING'))
                        """)
                .params(tenantId, connectionId)
                .query(Boolean.class)
                .single();
    }

    long open(int tenantId, Source source, UUID uuid, int mapId, String by) {
        return jdbc.sql(OPEN)
                .param("tenant", tenantId)
                .param("source", source.runId())
                .param("uuid", uuid)
                .param("map", mapId)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    int addAllPages(int tenantId, long source, long run) {
        return named(ALL_PAGES, tenantId, source, run).update();
    }

    int addRejects(
            int tenantId, long source, long run, ReplayOrder.Rejects picked, RecordPlace one) {
        return named(REJECTS, tenantId, source, run)
                .param("stream", picked.stream())
                .param("field", picked.field())
                .param("reason", picked.reason())
                .param("page", one.page())
                .param("index", one.index())
                .update();
    }

    /** How many of the stored pages that a replay needs are kept no more. */
    int emptied(int tenantId, long run) {
        return jdbc.sql(EMPTIED).params(tenantId, run).query(Integer.class).single();
    }

    void addStreams(int tenantId, long source, long run, boolean whole) {
        jdbc.sql(STREAMS).params(tenantId, run).update();
        named(SLICES, tenantId, source, run).param("whole", whole).update();
    }

    private StatementSpec named(String sql, int tenantId, long source, long run) {
        return jdbc.sql(sql).param("tenant", tenantId).param("source", source).param("run", run);
    }
}
