-- What a connection brings in (S-020 to S-022). Each has one word today; the column keeps which.
alter table connection
    add column findings_type text not null default 'VULNERABILITY'
        check (findings_type in ('VULNERABILITY')),
    add column asset_type text not null default 'HOST_ASSET' check (asset_type in ('HOST_ASSET')),
    add column direction text not null default 'IMPORT' check (direction in ('IMPORT'));

-- A profile with runs can only be made inactive, so it is asked whether there are any.
create index run_of_profile on run (tenant_id, profile_id);
