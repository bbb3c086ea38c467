-- Two tenants; findings f1 to f7 and assets a1 to a5 of tenant 1 are told apart by their last digit.
insert into tenant (customer_uuid, name) values
    ('00000000-0000-0000-0000-0000000000c1', 'One'),
    ('00000000-0000-0000-0000-0000000000c2', 'Two');

insert into connection (tenant_id, connection_uuid, connector_key, name, vendor_name, product_name,
    source_label, settings, secrets, created_at) values
    (1, '00000000-0000-0000-0000-0000000000d1', 'crowdstrike', 'Head office', 'CrowdStrike',
        'Spotlight', 'CrowdStrike Spotlight', '{}', '', '2026-01-01Z'),
    (1, '00000000-0000-0000-0000-0000000000d2', 'other', 'Branch', 'Other', 'Spotlight Plus',
        'Other Source', '{}', '', '2026-01-01Z'),
    (2, '00000000-0000-0000-0000-0000000000d3', 'crowdstrike', 'Elsewhere', 'CrowdStrike',
        'Spotlight', 'CrowdStrike Spotlight', '{}', '', '2026-01-01Z');

insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, kind, state,
    window_until, engine_uuid, engine_version, engine_host, lease, lease_until, opened_at) values
    (1, '00000000-0000-0000-0000-0000000000e1', 1, 1, 1, 'MANUAL', 'FULL', 'COMPLETE', '2026-03-01Z',
        '00000000-0000-0000-0000-000000000001', '1', 'h', '00000000-0000-0000-0000-000000000002',
        '2026-03-01Z', '2026-03-01Z'),
    (1, '00000000-0000-0000-0000-0000000000e2', 1, 1, 1, 'MANUAL', 'FULL', 'COMPLETE', '2026-03-02Z',
        '00000000-0000-0000-0000-000000000001', '1', 'h', '00000000-0000-0000-0000-000000000002',
        '2026-03-02Z', '2026-03-02Z');

insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system, serial_number,
    manufacturer, ip_addresses, mac_addresses, criticality, minimal, first_seen, last_seen,
    created_run, changed_run) values
    (1, '00000000-0000-0000-0000-0000000000a1', 'WEB-01', 'x1', 'Windows Server 2022', 'VMW-42',
        'VMware', '{10.1.0.1,fe80::1}', '{00:50:56:AA:BB:01}', 5, false, '2026-01-01Z',
        '2026-03-01Z', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000a2', 'db-02', 'x2', 'Debian 12', '', 'Dell',
        '{10.1.0.2}', '{}', 3, false, '2026-01-02Z', '2026-03-02Z', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000a3', 'app_03', 'x3', 'Windows 11', 'SN-3', 'Dell',
        '{}', '{}', 2, false, '2026-01-03Z', '2026-02-03Z', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000a4', 'appX03 100%', 'x4', '', '', '', '{10.2.0.1}',
        '{}', 2, true, '2026-01-04Z', '2026-02-04Z', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000a5', 'idle', 'x5', 'macOS', '', 'Apple', '{10.1.0.21}',
        '{}', 1, false, '2026-01-05Z', '2026-02-05Z', 1, 1),
    (2, '00000000-0000-0000-0000-0000000000af', 'WEB-01', 'x1', 'Windows Server 2022', 'VMW-42',
        'VMware', '{10.1.0.1}', '{}', 5, false, '2026-01-01Z', '2026-03-01Z', 1, 1);

insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key, minimal,
    changed_at, content_hash, attributes, created_run, changed_run) values
    (1, '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a1', 1, 'k1',
        false, '2026-03-01Z', '00000000-0000-0000-0000-000000000000',
        '{"assetName": "WEB-01", "ipAddress": ["10.1.0.1"]}', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000a2', 1, 'k2',
        false, '2026-03-01Z', '00000000-0000-0000-0000-000000000000', '{}', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000b3', '00000000-0000-0000-0000-0000000000a2', 2, 'k2b',
        false, '2026-03-02Z', '00000000-0000-0000-0000-000000000000', '{}', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000b4', '00000000-0000-0000-0000-0000000000a3', 2, 'k3',
        false, '2026-03-01Z', '00000000-0000-0000-0000-000000000000', '{}', 1, 1),
    (1, '00000000-0000-0000-0000-0000000000b5', '00000000-0000-0000-0000-0000000000a4', 1, 'k4',
        true, '2026-03-01Z', '00000000-0000-0000-0000-000000000000', '{}', 1, 1),
    (2, '00000000-0000-0000-0000-0000000000b6', '00000000-0000-0000-0000-0000000000af', 3, 'k1',
        false, '2026-03-01Z', '00000000-0000-0000-0000-000000000000', '{}', 1, 1);

insert into vulnerability (tenant_id, content_key, name, cve_id, description, source_severity,
    cvss2_base, cvss3_base, cvss4_base, cisa_kev, exploit_status, exprt_rating) values
    (1, '00000000-0000-0000-0000-000000000001', 'Apache Log4j remote code execution',
        'CVE-2021-44228', 'Lookups run remote code.', 'CRITICAL', 9.3, 10.0, null, true, 90,
        'CRITICAL'),
    (1, '00000000-0000-0000-0000-000000000002', 'OpenSSL buffer overread', 'CVE-2026-0001',
        'Reads 100% too much.', 'HIGH', null, 7.5, 8.7, false, 30, 'MEDIUM'),
    (1, '00000000-0000-0000-0000-000000000003', 'Weak cipher', null, '', 'LOW', 2.1, 3.1, null,
        false, null, ''),
    (2, '00000000-0000-0000-0000-000000000001', 'Apache Log4j remote code execution',
        'CVE-2021-44228', 'Lookups run remote code.', 'CRITICAL', 9.3, 10.0, null, true, 90, '');

insert into remediation (tenant_id, content_key, recommendation) values
    (1, '00000000-0000-0000-0000-000000000001', 'Update Log4j to 2.17.');

insert into finding (tenant_id, connection_id, finding_id, asset_id, content_hash,
    vulnerability_id, remediation_id, created_run, changed_run, changed_at, first_found,
    last_found, fixed_at, reopened_at, status, severity, suppressed, expired,
    external_finding_id, sub_type, detection_method, product, match_key) values
    (1, 1, '00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000a1',
        '00000000-0000-0000-0000-000000000000', 1, 1, 1, 2, '2026-03-01Z', '2026-01-10Z',
        '2026-03-01T10:00:00.123456Z', '2026-02-01Z', '2026-02-10Z', 4, 5, false, false, 'ext_1',
        'Vulnerability', 'Falcon sensor', 'Apache Log4j 2.14', 2),
    (1, 1, '00000000-0000-0000-0000-0000000000f2', '00000000-0000-0000-0000-0000000000a1',
        '00000000-0000-0000-0000-000000000000', 2, null, 1, 1, '2026-03-01Z', '2026-01-11Z',
        '2026-02-28Z', null, null, 1, 4, false, false, 'ext_2', 'Vulnerability', '',
        'OpenSSL 3.0', 4),
    (1, 1, '00000000-0000-0000-0000-0000000000f3', '00000000-0000-0000-0000-0000000000a2',
        '00000000-0000-0000-0000-000000000000', 1, 1, 1, 1, '2026-03-01Z', '2026-01-12Z',
        '2026-03-01T10:00:00.123456Z', null, null, 2, 5, true, false, 'ext_3', 'Vulnerability',
        '', 'Apache Log4j 2.14', 6),
    (1, 2, '00000000-0000-0000-0000-0000000000f4', '00000000-0000-0000-0000-0000000000a2',
        '00000000-0000-0000-0000-000000000000', 3, null, 1, 1, '2026-03-01Z', '2026-01-13Z',
        '2026-02-20Z', null, null, 1, 2, false, true, 'ext_4', 'Misconfiguration', '', '', 8),
    (1, 2, '00000000-0000-0000-0000-0000000000f5', '00000000-0000-0000-0000-0000000000a3',
        '00000000-0000-0000-0000-000000000000', 2, null, 1, 1, '2026-03-01Z', '2026-01-14Z',
        '2026-02-21Z', '2026-02-21Z', null, 3, 4, false, false, 'ext_5', 'Vulnerability', '',
        'OpenSSL 1.1', 10),
    (1, 1, '00000000-0000-0000-0000-0000000000f6', '00000000-0000-0000-0000-0000000000a4',
        '00000000-0000-0000-0000-000000000000', 3, null, 1, 1, '2026-03-01Z', '2026-01-15Z',
        '2026-02-22Z', null, null, 2, 1, false, false, 'extX6', '', '', '', 12),
    (2, 3, '00000000-0000-0000-0000-0000000000f7', '00000000-0000-0000-0000-0000000000af',
        '00000000-0000-0000-0000-000000000000', 4, null, 1, 1, '2026-03-01Z', '2026-01-10Z',
        '2026-03-01Z', null, null, 1, 5, false, false, 'ext_1', '', '', '', 14);

insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
    content_hash, held, from_status, to_status, reason) values
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-01-10Z', 1, 1, 1, gen_random_uuid(), false,
        null, 1, 'first report'),
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-02-01Z', 1, 1, 3, gen_random_uuid(), false,
        1, 3, 'closed at the source'),
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-02-10Z', 2, 2, 1, gen_random_uuid(), false,
        3, 4, 'seen again'),
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-02-11Z', 2, 2, 2, gen_random_uuid(), false,
        4, 4, 'confirmed'),
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-02-12Z', 2, 2, 3, gen_random_uuid(), true,
        null, null, 'waits'),
    (1, '00000000-0000-0000-0000-0000000000f1', '2026-02-13Z', 2, 2, 5,
        '00000000-0000-0000-0000-000000000000', false, 4, 4, 'not reported');
