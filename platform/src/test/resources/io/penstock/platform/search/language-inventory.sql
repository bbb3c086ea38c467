-- What the query language's suite needs beyond small-inventory.sql; query-facts.txt says the same.
insert into kev (tenant_id, cve_id, name, vendor, product, date_added, ransomware) values
    (1, 'CVE-2021-44228', 'Log4Shell', 'Apache', 'Log4j', '2021-12-10', true),
    (1, 'CVE-2026-0001', 'Overread', 'OpenSSL', 'OpenSSL', '2026-01-20', false);
insert into epss (tenant_id, cve_id, probability, percentile, model_date) values
    (1, 'CVE-2021-44228', 0.97, 0.999, '2026-03-01'),
    (1, 'CVE-2026-0001', 0.5, 0.9, '2026-03-01');
update vulnerability set score = 99 where vulnerability_id = 1;
update vulnerability set score = 70 where vulnerability_id = 2;

update asset set score = 900, fqdn = 'web-01.example.org', changed_run = 2,
    hardware_uuid = '4c4c4544-0042-3510-8052-b4c04f384d32' where asset_id::text like '%a1';
update asset set score = 700, sources = 2, cloud_instance_id = 'i-0abcd1234', cloud_provider = 'AWS'
    where asset_id::text like '%a2';
update asset set created_run = 2, changed_run = 2 where asset_id::text like '%a5';
update asset_source set first_seen = '2026-01-01Z', last_seen = '2026-03-01Z', changed_run = 2
    where host_id::text like '%b1';
update asset_source set first_seen = '2026-01-02Z', last_seen = '2026-02-02Z'
    where host_id::text like '%b2';
update asset_source set first_seen = '2026-01-20Z', last_seen = '2026-03-02Z', created_run = 2,
    changed_run = 2 where host_id::text like '%b3';
update asset_source set first_seen = '2026-01-03Z', last_seen = '2026-02-03Z',
    missing_since = '2026-02-21Z' where host_id::text like '%b4';
update asset_source set first_seen = '2026-01-04Z', last_seen = '2026-02-04Z'
    where host_id::text like '%b5';

insert into tag (tenant_id, tag_uuid, name, internet_facing, created_by, created_at, changed_by,
    changed_at) values
    (1, gen_random_uuid(), 'Production', true, 'x', '2026-01-01Z', 'x', '2026-01-01Z'),
    (1, gen_random_uuid(), 'Lab', false, 'x', '2026-01-01Z', 'x', '2026-01-01Z');
insert into asset_tag (tenant_id, host_id, tag_id, origin, added_by, added_at) values
    (1, '00000000-0000-0000-0000-0000000000b1', 1, 'HAND', 'x', '2026-01-01Z'),
    (1, '00000000-0000-0000-0000-0000000000b1', 2, 'SUGGESTED', 'x', '2026-01-01Z'),
    (1, '00000000-0000-0000-0000-0000000000b3', 1, 'HAND', 'x', '2026-01-01Z'),
    (1, '00000000-0000-0000-0000-0000000000b4', 2, 'HAND', 'x', '2026-01-01Z');

update finding set port = 443, protocol = 'tcp', vendor_finding_id = 'QID-38170'
    where finding_id::text like '%f1';
update finding set port = 22, protocol = 'udp', vendor_finding_id = '' where finding_id::text like '%f2';
update finding set missing_since = '2026-02-21Z' where finding_id::text like '%f4';
update finding set records = 2, created_run = 2, host_id = '00000000-0000-0000-0000-0000000000b4'
    where finding_id::text like '%f5';
insert into finding_record (tenant_id, record_id, finding_id, connection_id, asset_id, match_key,
    content_hash, vulnerability_id, created_run, changed_run, changed_at, first_found, last_found,
    status, severity, suppressed, expired, external_finding_id)
select 1, id, '00000000-0000-0000-0000-0000000000f5', connection,
    '00000000-0000-0000-0000-0000000000a3', 10, gen_random_uuid(), 2, 1, 1, '2026-03-01Z',
    '2026-01-14Z', '2026-02-21Z', 3, 4, false, false, 'ext_5'
from (values ('00000000-0000-0000-0000-0000000000f5'::uuid, 2), (gen_random_uuid(), 1))
    as r(id, connection);

-- The first three hold; the fourth is revoked, the fifth has ended.
insert into acceptance (tenant_id, acceptance_uuid, kind, scope, finding_id, host_id, cve_id,
    reason, created_by, created_at, until, revoked_by, revoked_at) values
    (1, '00000000-0000-0000-0000-0000000000c1', 'RISK_ACCEPTED', 'FINDING',
        '00000000-0000-0000-0000-0000000000f2', null, null, 'Behind a firewall', 'x',
        '2026-02-01Z', '2100-01-01Z', null, null),
    (1, '00000000-0000-0000-0000-0000000000c2', 'FALSE_POSITIVE', 'CVE', null, null,
        'CVE-2021-44228', 'Not used here', 'x', '2026-02-10Z', '2100-06-01Z', null, null),
    (1, '00000000-0000-0000-0000-0000000000c3', 'RISK_ACCEPTED', 'CVE_ON_ASSET', null,
        '00000000-0000-0000-0000-0000000000b3', 'CVE-2021-44228', 'Waits for the vendor', 'x',
        '2026-02-20Z', '2101-01-01Z', null, null),
    (1, '00000000-0000-0000-0000-0000000000c4', 'RISK_ACCEPTED', 'FINDING',
        '00000000-0000-0000-0000-0000000000f4', null, null, 'Taken back', 'x', '2026-02-01Z',
        '2100-01-01Z', 'x', '2026-02-02Z'),
    (1, '00000000-0000-0000-0000-0000000000c5', 'RISK_ACCEPTED', 'FINDING',
        '00000000-0000-0000-0000-0000000000f5', null, null, 'Long ago', 'x', '2000-01-01Z',
        '2001-01-01Z', null, null);
