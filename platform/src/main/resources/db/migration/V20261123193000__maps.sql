-- Versions of transform maps, a quarantine that can be searched, runs that need no engine.

alter table transform_map
    add column created_by text not null default '',
    add column note text not null default '',
    -- A deleted map is out of every list; its versions stay, because runs name them.
    add column deleted_at timestamptz;
-- One uuid names all versions of a map.
update transform_map t set map_uuid = f.map_uuid
from (select distinct on (tenant_id, connector_key, name) tenant_id, connector_key, name, map_uuid
      from transform_map order by tenant_id, connector_key, name, version) f
where t.tenant_id = f.tenant_id and t.connector_key = f.connector_key and t.name = f.name;
-- A vendor package may bring a name that a person has used.
alter table transform_map
    drop constraint transform_map_tenant_id_connector_key_name_version_key;
create unique index transform_map_version on transform_map (tenant_id, map_uuid, version);
create unique index transform_map_system
    on transform_map (tenant_id, connector_key, name, version) where system;
-- A map's name never changes and its versions begin with 1, so this keeps names apart.
create unique index transform_map_name
    on transform_map (tenant_id, connector_key, lower(name), version)
    where not system and deleted_at is null;

alter table profile
    -- True: a new version of the map is taken as soon as it is saved.
    add column map_followed boolean not null default true;

alter table run drop constraint run_kind_check;
alter table run
    add constraint run_kind_check check (kind in ('FULL', 'DELTA', 'REPLAY', 'UPLOAD')),
    -- The run whose stored pages a replay goes through again.
    add column source_run bigint,
    add column opened_by text not null default '';
create index run_replays on run (tenant_id, connection_id, run_id) where kind = 'REPLAY';

alter table raw_page
    -- A replayed page has no body of its own: it is read from this one.
    add column source_page bigint,
    -- The run that brought the source page.
    add column source_run bigint,
    -- Only these records of the source page; null for all of them.
    add column only_records integer[],
    -- Of an uploaded file: the line each record begins on.
    add column line_numbers integer[],
    -- Of an uploaded file: index of a record that could not be read → why.
    add column line_faults jsonb;

alter table rejected_record
    add column connection_id integer,
    add column map_id integer,
    -- The run that read the record from the vendor; that of a replay is the run it replays.
    add column evidence_run bigint,
    add column rejected_at timestamptz not null default now(),
    -- The run that mapped the record at last, or rejected a later version of it.
    add column resolved_run bigint,
    add column resolution text check (resolution in ('MAPPED', 'REJECTED_AGAIN')),
    -- The reason without the values in it, so that equal reasons can be counted.
    add column reason_form text not null generated always as (left(regexp_replace(regexp_replace(
        reason, '''[^'']*''', '''…''', 'g'), '\m[0-9][0-9.,]*\M', '#', 'g'), 200)) stored;
update rejected_record q set connection_id = r.connection_id, map_id = r.map_id,
    evidence_run = r.run_id, rejected_at = coalesce(r.ended_at, r.opened_at)
from run r where r.tenant_id = q.tenant_id and r.run_id = q.run_id;
alter table rejected_record
    alter column connection_id set not null,
    alter column map_id set not null,
    alter column evidence_run set not null;
create index quarantine_newest
    on rejected_record (tenant_id, connection_id, page_id desc, record_index desc)
    where resolved_run is null;
create index quarantine_reason on rejected_record
    (tenant_id, connection_id, stream, field, reason_form, page_id desc, record_index desc)
    where resolved_run is null;
create index quarantine_key on rejected_record (tenant_id, connection_id, stream, record_key)
    where resolved_run is null;
create index quarantine_evidence
    on rejected_record (tenant_id, evidence_run, page_id, record_index)
    where resolved_run is null;
