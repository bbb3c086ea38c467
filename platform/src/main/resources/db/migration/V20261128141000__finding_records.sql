-- A finding may be spoken of by several records: sources side by side, every word kept.

alter table finding
    -- The source host; null when it is the asset's own (asset_id).
    add column host_id uuid,
    -- What makes two records of one asset the same finding: the first 8 bytes of SHA-256 over the
    -- kind of identifier, a colon and its normal form, with the lowest bit set for a CVE
    -- (core.finding.FindingKey).
    add column match_key bigint,
    add column port integer check (port between 0 and 65535),
    add column protocol text,
    add column vendor_finding_id text,
    -- Since when a complete full run has not reported it.
    add column missing_since timestamptz,
    -- How many records speak of it; more than one: see finding_record.
    add column records integer not null default 1;

update finding f set match_key = case when k.cve <> '' then k.hash | 1 else k.hash & ~1::bigint end
from (
    select v.tenant_id, v.vulnerability_id, n.cve,
        ('x' || encode(substr(sha256(convert_to(case when n.cve <> '' then 'cve:' || n.cve
            else 'title:' || n.title end, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint as hash
    from vulnerability v, lateral (
        select upper(btrim(coalesce(v.cve_id, '')) collate "C") as cve,
            lower(btrim(v.name) collate "C") as title) n) k
where k.tenant_id = f.tenant_id and k.vulnerability_id = f.vulnerability_id;
update finding set match_key = 0 where match_key is null;
alter table finding alter column match_key set not null;

drop index finding_asset;
create index finding_class on finding (tenant_id, asset_id, match_key);
create index finding_host on finding (tenant_id, host_id) where host_id is not null;

-- What one source says of a finding that several speak of, with its own values. A finding of one
-- record has no row here: its own row is that record.
create table finding_record (
    tenant_id           integer not null,
    record_id           uuid not null,
    -- The finding: the first of its records by first_found and id.
    finding_id          uuid not null,
    connection_id       integer not null,
    host_id             uuid,
    asset_id            uuid not null,
    match_key           bigint not null,
    content_hash        uuid not null,
    vulnerability_id    bigint not null,
    remediation_id      bigint,
    created_run         bigint not null,
    changed_run         bigint not null,
    changed_at          timestamptz not null,
    first_found         timestamptz not null,
    last_found          timestamptz not null,
    fixed_at            timestamptz,
    reopened_at         timestamptz,
    missing_since       timestamptz,
    status              smallint not null check (status between 1 and 4),
    severity            smallint not null check (severity between 1 and 5),
    suppressed          boolean not null,
    expired             boolean not null,
    external_finding_id text not null,
    sub_type            text not null default '',
    detection_method    text not null default '',
    product             text not null default '',
    port                integer,
    protocol            text,
    vendor_finding_id   text,
    primary key (tenant_id, record_id)
);
create index finding_record_finding on finding_record (tenant_id, finding_id);
create index finding_record_asset on finding_record (tenant_id, asset_id, match_key);
create index finding_record_host on finding_record (tenant_id, host_id) where host_id is not null;
create index finding_record_connection on finding_record (tenant_id, connection_id);

-- Every record that the inventory holds, with its own values, whether it shares its finding or not.
create view source_finding as
select tenant_id, finding_id as record_id, finding_id, connection_id, host_id, asset_id, match_key,
    content_hash, vulnerability_id, remediation_id, created_run, changed_run, changed_at,
    first_found, last_found, fixed_at, reopened_at, missing_since, status, severity, suppressed,
    expired, external_finding_id, sub_type, detection_method, product, port, protocol,
    vendor_finding_id
from finding where records = 1
union all
select tenant_id, record_id, finding_id, connection_id, host_id, asset_id, match_key,
    content_hash, vulnerability_id, remediation_id, created_run, changed_run, changed_at,
    first_found, last_found, fixed_at, reopened_at, missing_since, status, severity, suppressed,
    expired, external_finding_id, sub_type, detection_method, product, port, protocol,
    vendor_finding_id
from finding_record;

-- Classes of records to be grouped anew at the next start.
create table finding_regroup (
    tenant_id integer not null,
    asset_id  uuid not null,
    match_key bigint not null,
    primary key (tenant_id, asset_id, match_key)
);
insert into finding_regroup
select tenant_id, asset_id, match_key from finding
group by tenant_id, asset_id, match_key having count(*) > 1;

-- From here on a row is a word on a record (finding_id is the record's id), and all words of a
-- record are its history. A record without rows has the one word that its own row shows.
alter table finding_event
    alter column from_status drop not null,
    alter column to_status drop not null,
    -- 1 OPEN, 2 REOPENED, 3 FIXED, 4 EXPIRED, 5 MISSING, 6 MISSING_FIXED, 7 SEEN
    add column word smallint check (word between 1 and 7),
    add column content_hash uuid,
    -- The run that read it from the vendor; another one than run_id for a replay (ADR 0017).
    add column evidence_run bigint,
    -- A closing that waits for the end of its run, or for a person: it does not count yet.
    add column held boolean not null default false,
    -- A closing that a person has turned down: it never counts.
    add column rejected boolean not null default false;
create index finding_event_held on finding_event (tenant_id, run_id) where held;

update finding_event e set
    word = case e.to_status when 3 then 3 when 4 then 2 else 1 end,
    evidence_run = coalesce((select r.source_run from run r
        where r.tenant_id = e.tenant_id and r.run_id = e.run_id and r.kind = 'REPLAY'), e.run_id),
    content_hash = coalesce((select f.content_hash from finding f
        where f.tenant_id = e.tenant_id and f.finding_id = e.finding_id
          and f.changed_at = e.happened_at and f.changed_run = e.run_id),
        '00000000-0000-0000-0000-000000000000');

-- The first word was not kept; the first change says which status it gave.
insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
    content_hash, to_status, reason)
select f.tenant_id, f.finding_id,
    least(f.first_found, e.happened_at - interval '1 microsecond'), f.created_run, f.created_run,
    case e.from_status when 3 then 3 when 4 then 2 else 1 end,
    '00000000-0000-0000-0000-000000000000', e.from_status, 'first report'
from finding f join (
    select distinct on (tenant_id, finding_id) tenant_id, finding_id, happened_at, from_status
    from finding_event order by tenant_id, finding_id, happened_at, event_id) e
    using (tenant_id, finding_id);

-- A finding that was closed or reopened from the start, and confirmed later, had no event.
insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
    content_hash, to_status, reason)
select f.tenant_id, f.finding_id, coalesce(f.fixed_at, f.reopened_at), f.created_run,
    f.created_run, case f.status when 3 then 3 else 2 end,
    '00000000-0000-0000-0000-000000000000', f.status, 'first report'
from finding f
where (f.status = 3 and f.fixed_at < f.changed_at or f.status = 4 and f.reopened_at < f.changed_at)
  and not exists (select from finding_event e
      where e.tenant_id = f.tenant_id and e.finding_id = f.finding_id);

-- The newest word, where it changed no status.
insert into finding_event (tenant_id, finding_id, happened_at, run_id, evidence_run, word,
    content_hash, from_status, to_status, reason)
select f.tenant_id, f.finding_id, f.changed_at, f.changed_run,
    coalesce(r.source_run, f.changed_run),
    case when f.expired then 4 when f.status = 3 then 3 when f.status = 4 then 2 else 1 end,
    f.content_hash, f.status, f.status, ''
from finding f
left join run r on r.tenant_id = f.tenant_id and r.run_id = f.changed_run and r.kind = 'REPLAY'
where exists (select from finding_event e
        where e.tenant_id = f.tenant_id and e.finding_id = f.finding_id)
  and not exists (select from finding_event e
        where e.tenant_id = f.tenant_id and e.finding_id = f.finding_id
          and e.happened_at = f.changed_at and e.run_id = f.changed_run);

update finding_event set word = 1 where word is null;
alter table finding_event
    alter column word set not null,
    alter column content_hash set not null,
    alter column evidence_run set not null;
