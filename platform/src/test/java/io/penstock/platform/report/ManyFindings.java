package io.penstock.platform.report;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings of the first tenant with texts of usual length, made by the database itself. */
public final class ManyFindings {

    private static final String[] ROWS = {
        """
        insert into connection (tenant_id, connection_uuid, connector_key, name, vendor_name,
            product_name, source_label, settings, secrets, created_at)
        values (1, gen_random_uuid(), 'many', 'Many', 'Vendor', 'Product', 'Source', '{}', '',
            '2026-01-01Z')
        """,
        """
        insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system, minimal,
            first_seen, last_seen, created_run, changed_run)
        select 1, lpad(to_hex(n), 32, '0')::uuid, 'HOST-' || n, n, 'Windows', false, '2026-01-01Z',
            '2026-03-01Z', 1, 1
        from generate_series(1, greatest(1, :count / 100)) n
        """,
        """
        insert into vulnerability (tenant_id, content_key, name, cve_id, description)
        select 1, gen_random_uuid(), 'Vulnerability ' || n, 'CVE-2026-' || n,
            repeat('It lets others in. ', 30)
        from generate_series(1, 1000) n
        """,
        """
        insert into finding (tenant_id, connection_id, finding_id, asset_id, content_hash,
            vulnerability_id, created_run, changed_run, changed_at, first_found, last_found, status,
            severity, suppressed, expired, external_finding_id, match_key)
        select 1, (select max(connection_id) from connection where tenant_id = 1),
            lpad(to_hex(n), 32, '0')::uuid,
            lpad(to_hex(1 + n % greatest(1, :count / 100)), 32, '0')::uuid, gen_random_uuid(),
            (select min(vulnerability_id) from vulnerability) + (n * 7919) % 1000, 1, 1,
            '2026-03-01Z', '2026-01-01Z',
            timestamptz '2026-03-01Z' - ((n * 31::bigint) % 5000000) * interval '1 second',
            1 + n % 4, 1 + (n / 3) % 5, false, false, 'ext' || n, n
        from generate_series(1, :count) n
        """,
    };

    private ManyFindings() {}

    public static void add(JdbcClient jdbc, int count) {
        for (var sql : ROWS) {
            jdbc.sql(sql).param("count", count).update();
        }
        jdbc.sql("analyze finding, asset, vulnerability").update();
    }
}
