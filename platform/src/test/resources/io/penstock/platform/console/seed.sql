-- An inventory for the console's tests: three runs, 64 hosts, 160 findings, hostile texts.
-- Needs one tenant with one connection and its default profile.
insert into run (tenant_id, run_uuid, connection_id, profile_id, map_id, trigger, kind, state,
    window_until,
    engine_uuid, engine_version, engine_host, lease, lease_until, opened_at, assets_done_at,
    read_ended_at, ended_at, fault_code, message)
select c.tenant_id, ('00000000-0000-4000-8000-00000000000' || n)::uuid, c.connection_id,
       p.profile_id, p.map_id, case n when 1 then 'on-demand' else 'cron' end,
       case n when 3 then 'DELTA' else 'FULL' end,
       case n when 1 then 'COMPLETE' when 2 then 'INCOMPLETE' else 'READING' end,
       now() - (4 - n) * interval '1 hour', gen_random_uuid(), '0.1.0', 'engine-1',
       gen_random_uuid(), now() + interval '1 hour', now() - (4 - n) * interval '1 hour',
       case when n < 3 then now() - (4 - n) * interval '1 hour' + interval '40 seconds' end,
       case when n < 3 then now() - (4 - n) * interval '1 hour' + interval '90 seconds' end,
       case when n < 3 then now() - (4 - n) * interval '1 hour' + interval '130 seconds' end,
       case n when 2 then 'SLICE_INCOMPLETE' else '' end,
       case n when 2 then 'Stream vulnerabilities, slice 0: the vendor has 160 records, 158 came.'
           else '' end
from connection c join profile p using (tenant_id, connection_id), generate_series(1, 3) n;

insert into run_stream (tenant_id, run_id, stream, hosts, planned)
select tenant_id, run_id, s.stream, s.hosts, true
from run, (values ('hosts', true), ('vulnerabilities', false)) s (stream, hosts);

insert into run_slice (tenant_id, run_id, stream, slice, lower_bound, upper_bound, received,
    distinct_count, announced_total, vendor_total, last_page_in, state, attempt, reason)
select r.tenant_id, r.run_id, s.stream, 0, '', '', s.received, s.received, s.total,
       case when s.state = 'SEALED' then s.total end, s.state <> 'OPEN', s.state,
       case s.state when 'INCOMPLETE' then 2 else 1 end,
       case s.state when 'INCOMPLETE' then
           '158 distinct records received, the vendor has <b>160</b>, after a second read'
           else '' end
from run r join (values
    (1, 'hosts', 64, 64, 'SEALED'), (1, 'vulnerabilities', 160, 160, 'SEALED'),
    (2, 'hosts', 64, 64, 'SEALED'), (2, 'vulnerabilities', 160, 158, 'INCOMPLETE'),
    (3, 'hosts', 64, 40, 'OPEN'), (3, 'vulnerabilities', 160, 0, 'OPEN'))
    s (n, stream, total, received, state)
  on r.run_uuid = ('00000000-0000-4000-8000-00000000000' || s.n)::uuid;

insert into watermark (tenant_id, profile_id, stream, until, run_id, sealed_at)
select tenant_id, profile_id, 'hosts', window_until, run_id, now() from run
where run_uuid = '00000000-0000-4000-8000-000000000002';

insert into connection_check (tenant_id, check_uuid, connection_id, state, asked_by, asked_at,
    expires_at, answered_at, engine_version, engine_host)
select tenant_id, gen_random_uuid(), connection_id, 'FAILED', 'admin', now(), now(), now(), '0.1.0',
       '<script>alert(3)</script>'
from connection;

insert into check_step (tenant_id, check_id, step, name, outcome, millis, sentence, hint)
select tenant_id, check_id, n, 'Step ' || n, case n when 1 then 'FAILED' else 'OK' end, 1200,
       'The scope Hosts: Read is missing.', '<script>alert(4)</script>'
from connection_check, generate_series(0, 1) n;

insert into raw_page (tenant_id, run_id, stream, slice, sequence, hosts, encoding, sha256, records,
    body, received_at, state, mapped, rejected, created_count, unchanged_count)
select r.tenant_id, r.run_id, s.stream, 0, 0, s.stream = 'hosts', 'identity', '', s.records, '',
       now(), 'DONE', s.records - s.rejected, s.rejected, s.created,
       s.records - s.rejected - s.created
from run r join (values
    (1, 'hosts', 64, 0, 64), (1, 'vulnerabilities', 160, 3, 157),
    (2, 'hosts', 64, 0, 0), (2, 'vulnerabilities', 158, 0, 0), (3, 'hosts', 40, 0, 0))
    s (n, stream, records, rejected, created)
  on r.run_uuid = ('00000000-0000-4000-8000-00000000000' || s.n)::uuid;

insert into rejected_record (tenant_id, page_id, record_index, run_id, stream, record_key, field,
    reason, excerpt, connection_id, map_id, evidence_run)
select p.tenant_id, p.page_id, n, p.run_id, p.stream, 'key-' || n, 'findingName',
       'required and missing', case n
           when 1 then '{"id":"</pre><script>alert(1)</script>"}'
           when 2 then repeat('x', 10000) else '{"id":"a"}' end,
       r.connection_id, r.map_id, p.run_id
from raw_page p join run r using (tenant_id, run_id), generate_series(0, 2) n
where p.stream = 'vulnerabilities' and p.rejected = 3;

insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system, serial_number,
    manufacturer, ip_addresses, mac_addresses, criticality, minimal, first_seen, last_seen,
    created_run, changed_run)
select c.tenant_id, ('10000000-0000-4000-8000-0000000000' || to_char(n, 'FM00'))::uuid,
       case n when 1 then '<script>alert(1)</script>' when 2 then U&'\202Egpj.exe\202C host'
           when 3 then repeat('n', 10000) when 4 then '' else 'web-' || to_char(n, 'FM000')
           || '.example.org' end,
       'ext-' || n, case n % 3 when 0 then 'Windows Server 2022' when 1 then 'Ubuntu 24.04 LTS'
           else 'Red Hat Enterprise Linux 9' end,
       'VMW-' || n, 'VMware, Inc.', array['10.1.0.' || n, '192.168.7.' || n, 'fe80::' || n],
       array['00:50:56:00:00:' || to_char(n, 'FM00')], 1 + n % 5, n = 5,
       now() - interval '90 days', now() - n * interval '1 hour', r.run_id, r.run_id
from connection c join run r on r.run_uuid = '00000000-0000-4000-8000-000000000001',
     generate_series(1, 64) n;

insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key, minimal,
    changed_at, content_hash, attributes, created_run, changed_run)
select a.tenant_id, a.asset_id, a.asset_id, c.connection_id, a.external_asset_id, a.minimal,
       a.last_seen, gen_random_uuid(),
       jsonb_build_object('assetName', a.name, 'operatingSystem', a.operating_system,
           'ipAddress', to_jsonb(a.ip_addresses)), a.created_run, a.changed_run
from asset a, connection c;

insert into vulnerability (tenant_id, content_key, name, cve_id, description, source_severity,
    cvss2_base, cvss3_base, cisa_kev, exploit_status, exprt_rating)
select tenant_id, gen_random_uuid(), case n when 1 then '<img src=x onerror=alert(1)>'
           else 'CVE-2026-' || 1000 + n end, 'CVE-2026-' || 1000 + n,
       'A flaw in the handling of long headers lets a remote caller read memory. </p><script>alert(2)</script>',
       'HIGH', 7.5, 9.8, n % 4 = 1, 60, 'HIGH'
from tenant, generate_series(1, 20) n;

insert into remediation (tenant_id, content_key, recommendation)
select tenant_id, gen_random_uuid(), 'Update the package to version 3.2 or newer.' from tenant;

insert into finding (tenant_id, connection_id, finding_id, asset_id, content_hash, vulnerability_id,
    remediation_id, created_run, changed_run, changed_at, first_found, last_found, status, severity,
    suppressed, expired, external_finding_id, sub_type, detection_method, product, match_key)
select a.tenant_id, c.connection_id,
       ('20000000-0000-4000-8000-000000000' || to_char(n, 'FM000'))::uuid, a.asset_id,
       gen_random_uuid(), v.vulnerability_id, m.remediation_id, a.created_run, a.changed_run, now(),
       now() - interval '40 days', now() - n * interval '1 minute', 1 + n % 4, 1 + n % 5, n = 7,
       n = 8, 'f-' || n, 'Confirmed', 'Agent', 'openssl', n
from generate_series(1, 160) n
join asset a on a.asset_id = ('10000000-0000-4000-8000-0000000000' || to_char(1 + n % 60, 'FM00'))::uuid
join vulnerability v on v.cve_id = 'CVE-2026-' || 1001 + n % 20, connection c, remediation m;

insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
    content_hash, from_status, to_status, reason)
select tenant_id, finding_id, last_found, changed_run, changed_run, case status when 3 then 3 else 2 end,
    content_hash, 1, status, 'the vendor says so'
from finding where status <> 1;
