insert into tenant (customer_uuid, name) values (gen_random_uuid(), 'Old');
insert into connection (tenant_id, connection_uuid, connector_key, name, vendor_name, product_name,
    source_label, settings, secrets, created_at)
values (1, gen_random_uuid(), 'k', 'c', 'v', 'p', 's', '{}', '', now());

insert into vulnerability (tenant_id, content_key, name, cve_id) values
    (1, gen_random_uuid(), 'cve-2024-1', 'cve-2024-1'),
    (1, gen_random_uuid(), ' Weak Cipher É ', null),
    (1, gen_random_uuid(), 'CVE-2024-2', 'CVE-2024-2 '),
    (1, gen_random_uuid(), 'CVE-2024-1 again', 'CVE-2024-1');

-- f1 as it was first reported; f2 went through three statuses; f3 was closed from the start and
-- confirmed; f4 is expired; f5 and f6 are of one class; f7 was corrected without a change of status
insert into finding (tenant_id, connection_id, finding_id, asset_id, content_hash, vulnerability_id,
    created_run, changed_run, changed_at, first_found, last_found, fixed_at, reopened_at, status,
    severity, suppressed, expired, external_finding_id)
select 1, 1, ('00000000-0000-0000-0000-0000000000f' || n)::uuid,
    ('00000000-0000-0000-0000-0000000000a' || asset)::uuid, gen_random_uuid(), vulnerability, 1,
    changed_run, changed_at, '2024-01-01Z', changed_at, fixed_at, reopened_at, status, 3, false,
    expired, 'f' || n
from (values
    (1, 1, 1, 1, timestamptz '2024-01-02Z', null, null, 1, false),
    (2, 2, 2, 5, '2024-01-06Z', timestamptz '2024-01-04Z', timestamptz '2024-01-05Z', 2, false),
    (3, 3, 3, 3, '2024-01-04Z', '2024-01-02Z', null, 3, false),
    (4, 4, 3, 3, '2024-01-04Z', null, null, 2, true),
    (5, 5, 1, 1, '2024-01-02Z', null, null, 1, false),
    (6, 5, 4, 1, '2024-01-02Z', null, null, 1, false),
    (7, 6, 2, 4, '2024-01-03Z', '2024-01-03Z', null, 3, false))
    x (n, asset, vulnerability, changed_run, changed_at, fixed_at, reopened_at, status, expired);

insert into finding_event (tenant_id, finding_id, happened_at, run_id, from_status, to_status,
    reason)
values
    (1, '00000000-0000-0000-0000-0000000000f2', '2024-01-03Z', 2, 1, 2, 'OPEN'),
    (1, '00000000-0000-0000-0000-0000000000f2', '2024-01-04Z', 3, 2, 3, 'FIXED'),
    (1, '00000000-0000-0000-0000-0000000000f2', '2024-01-05Z', 4, 3, 4, 'OPEN'),
    (1, '00000000-0000-0000-0000-0000000000f2', '2024-01-06Z', 5, 4, 2, 'OPEN'),
    (1, '00000000-0000-0000-0000-0000000000f4', '2024-01-03Z', 2, 1, 2, 'OPEN'),
    (1, '00000000-0000-0000-0000-0000000000f7', '2024-01-03Z', 2, 1, 3, 'FIXED');
