-- A name for a query, kept by a person; shared ones are seen by everybody of the tenant.
create table saved_search (
    tenant_id   integer not null,
    search_id   integer generated always as identity,
    search_uuid uuid not null,
    user_id     uuid not null,
    username    text not null,
    searched    text not null check (searched in ('FINDINGS', 'ASSETS')),
    name        text not null,
    query       text not null,
    shared      boolean not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, search_id),
    unique (tenant_id, search_uuid),
    foreign key (tenant_id, user_id) references app_user
);
create unique index saved_search_name
    on saved_search (tenant_id, user_id, searched, lower(name));
create index saved_search_shared on saved_search (tenant_id, searched) where shared;
