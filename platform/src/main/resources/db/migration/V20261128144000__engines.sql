-- Engines with a key of their own, what waiting engines say of themselves, and runs on order.

-- An engine's own account: the intake and nothing else.
alter table app_user drop constraint app_user_role_check;
alter table app_user add constraint app_user_role_check
    check (role in ('ADMIN', 'VIEWER', 'ENGINE', 'INGEST'));

-- A one-time token, kept as its SHA-256.
create table engine_token (
    tenant_id     integer not null references tenant,
    token_id      uuid not null,
    connection_id integer not null,
    name          text not null,
    token_hash    bytea not null unique,
    made_by       text not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz,
    primary key (tenant_id, token_id),
    foreign key (tenant_id, connection_id) references connection on delete cascade
);

-- An enrolled engine; its key is the password of its account.
create table engine (
    tenant_id      integer not null,
    engine_id      uuid not null,
    connection_id  integer not null,
    user_id        uuid not null,
    name           text not null,
    version        text not null,
    host           text not null,
    enrolled_at    timestamptz not null,
    key_changed_at timestamptz not null,
    new_key_wanted boolean not null default false,
    revoked_at     timestamptz,
    primary key (tenant_id, engine_id),
    unique (tenant_id, user_id),
    foreign key (tenant_id, user_id) references app_user on delete cascade,
    foreign key (tenant_id, connection_id) references connection on delete cascade
);

-- What a waiting engine process said last. Rows of processes that are gone are deleted by age.
create table engine_presence (
    tenant_id     integer not null,
    connection_id integer not null,
    process_id    uuid not null,
    profile_id    integer not null,
    username      text not null,
    version       text not null,
    host          text not null,
    schedule      text not null,
    zone          text not null,
    next_runs     timestamptz[] not null,
    last_result   text not null,
    last_fault    text not null,
    seen_at       timestamptz not null,
    primary key (tenant_id, connection_id, process_id),
    foreign key (tenant_id, connection_id) references connection on delete cascade
);

-- A run somebody asked for; an engine that waits takes it.
create table run_order (
    tenant_id     integer not null,
    order_id      uuid not null,
    connection_id integer not null,
    profile_id    integer not null,
    reads_all     boolean not null,
    asked_by      text not null,
    asked_at      timestamptz not null,
    expires_at    timestamptz not null,
    taken_at      timestamptz,
    primary key (tenant_id, order_id),
    foreign key (tenant_id, connection_id) references connection on delete cascade
);
create index run_order_newest on run_order (tenant_id, connection_id, asked_at desc);
