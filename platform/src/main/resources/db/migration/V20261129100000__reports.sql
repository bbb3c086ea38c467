-- Files somebody asked for, made in the background.
create table report (
    tenant_id      integer not null,
    report_id      bigint generated always as identity,
    report_uuid    uuid not null,
    user_id        uuid not null,
    username       text not null,
    name           text not null,
    description    text not null,
    kind           text not null check (kind in ('FINDINGS', 'ASSETS')),
    format         text not null,
    findings_query text not null,
    assets_query   text not null,
    state          text not null default 'REQUESTED'
        check (state in ('REQUESTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    -- The attempt that makes it or made it; its file has this name.
    attempt        uuid,
    attempts       smallint not null default 0,
    lease_until    timestamptz,
    rows_written   bigint not null default 0,
    rows_total     bigint,
    -- Of the file as it is handed out, and as it is stored.
    bytes          bigint not null default 0,
    stored_bytes   bigint not null default 0,
    reason         text not null default '',
    asked_at       timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    primary key (tenant_id, report_id),
    unique (tenant_id, report_uuid),
    foreign key (tenant_id, user_id) references app_user
);
create index report_user on report (tenant_id, user_id, report_id);
-- What is to be made.
create index report_due on report (tenant_id, report_id) where state in ('REQUESTED', 'RUNNING');
