package io.penstock.platform.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** What the inventory says, told by the vendor's own keys; and how to empty it. */
final class InventoryState {

    /** An asset is told by the sensors it is made of. */
    private static final String ASSETS =
            """
            select string_agg(s.record_key, ' ' order by s.record_key) || ': ' || a.name || ', '
                || a.serial_number || ', ' || array_to_string(a.ip_addresses, ' ') || ', '
                || array_to_string(a.mac_addresses, ' ') || ', ' || a.minimal || ', '
                || a.first_seen || ', ' || a.last_seen
            from asset a join asset_source s using (tenant_id, asset_id)
            group by tenant_id, asset_id, a.name, a.serial_number, a.ip_addresses, a.mac_addresses,
                a.minimal, a.first_seen, a.last_seen
            order by 1
            """;

    private static final String FINDINGS =
            """
            select f.external_finding_id || ' on ' || (
                    select string_agg(s.record_key, ' ' order by s.record_key) from asset_source s
                    where s.tenant_id = f.tenant_id and s.asset_id = f.asset_id)
                || ': ' || f.status || ', ' || f.severity || ', ' || f.first_found || ', '
                || f.last_found || ', ' || coalesce(f.fixed_at::text, '-') || ', '
                || coalesce(f.reopened_at::text, '-') || ', ' || f.expired || ', '
                || (f.missing_since is not null) || ', ' || f.records
            from finding f order by 1
            """;

    private static final String RECORDS =
            """
            select r.external_finding_id || ' of ' || f.external_finding_id || ': ' || r.status || ', '
                || r.first_found || ', ' || r.last_found || ', ' || r.expired || ', '
                || (r.missing_since is not null)
            from finding_record r join finding f using (tenant_id, finding_id) order by 1
            """;

    /** Runs show things at the time of this machine's clock, which is not compared. */
    private static final String EVENTS =
            """
            select r.external_finding_id || ' ' || row_number() over (
                    partition by e.finding_id order by e.happened_at, e.evidence_run, e.word)
                || ': ' || case when e.word < 5 then e.happened_at::text else 'run' end || ' '
                || e.word || ' ' || coalesce(e.from_status, 0) || '>' || coalesce(e.to_status, 0)
                || ' ' || e.held || ' ' || e.rejected
            from finding_event e join source_finding r
                on r.tenant_id = e.tenant_id and r.record_id = e.finding_id
            order by 1
            """;

    private static final String ORPHANS =
            """
            select 'asset without a source ' || a.asset_id from asset a where not exists (
                select from asset_source s where s.tenant_id = a.tenant_id and s.asset_id = a.asset_id)
            union all
            select 'finding without an asset ' || f.finding_id from finding f where not exists (
                select from asset a where a.tenant_id = f.tenant_id and a.asset_id = f.asset_id)
            """;

    /** All that runs and people leave; users, keys and maps stay. */
    private static final String TABLES =
            """
            select c.table_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'tenant_id'
              and t.table_type = 'BASE TABLE'
              and c.table_name not in ('tenant', 'app_user', 'transform_map')
            """;

    private final JdbcClient jdbc;

    InventoryState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String shown() {
        var text = new StringBuilder();
        for (var part : List.of(ASSETS, FINDINGS, RECORDS, EVENTS, ORPHANS)) {
            jdbc.sql(part).query(String.class).list().forEach(row -> text.append(row).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    void clear() {
        var deletes = new StringBuilder("set local session_replication_role = replica;");
        for (var table : jdbc.sql(TABLES).query(String.class).list()) {
            deletes.append(" delete from ").append(table).append(';');
        }
        jdbc.sql("do $$ begin " + deletes + " end $$").update();
    }
}
