-- 200,000 findings on 2,000 hosts, over 1,000 vulnerabilities and two connections, with rows as
-- wide as those of a real source.
insert into tenant (customer_uuid, name) values ('00000000-0000-0000-0000-0000000000c1', 'One');

insert into connection (tenant_id, connection_uuid, connector_key, name, vendor_name, product_name,
    source_label, settings, secrets, created_at)
select 1, gen_random_uuid(), 'k' || n, 'Connection ' || n, 'Vendor ' || n, 'Product ' || n,
    'Source ' || n, '{}', '', '2026-01-01Z'
from generate_series(1, 2) n;

insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system, minimal,
    first_seen, last_seen, created_run, changed_run)
select 1, lpad(to_hex(n), 32, '0')::uuid, 'HOST-' || n, n, 'Windows', false, '2026-01-01Z',
    '2026-03-01Z', 1, 1
from generate_series(1, 2000) n;

insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key, minimal,
    changed_at, content_hash, attributes, created_run, changed_run)
select 1, gen_random_uuid(), lpad(to_hex(n), 32, '0')::uuid, 1 + n % 2, n, false, '2026-03-01Z',
    gen_random_uuid(), '{}', 1, 1
from generate_series(1, 2000) n;

insert into vulnerability (tenant_id, content_key, name, cve_id, description)
select 1, gen_random_uuid(), 'Vulnerability ' || n, 'CVE-2026-' || n, 'Text ' || n
from generate_series(1, 1000) n;

insert into finding (tenant_id, connection_id, finding_id, asset_id, content_hash,
    vulnerability_id, created_run, changed_run, changed_at, first_found, last_found, status,
    severity, suppressed, expired, external_finding_id, sub_type, product, match_key)
select 1, 1 + n % 2, lpad(to_hex(n), 32, '0')::uuid,
    lpad(to_hex(1 + n % 2000), 32, '0')::uuid, gen_random_uuid(), 1 + (n * 7919) % 1000, 1, 1,
    '2026-03-01Z', '2026-01-01Z',
    timestamptz '2026-03-01Z' - ((n * 31) % 5000000) * interval '1 second', 1 + n % 4,
    1 + (n / 3) % 5, false, false, md5(n::text) || '_' || md5((n + 1)::text), 'Vulnerability',
    'A product of a vendor, version ' || n % 50, n
from generate_series(1, 200000) n;

vacuum analyze;
