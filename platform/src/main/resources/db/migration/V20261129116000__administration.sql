-- Administration: what people and programs did, tokens that last, settings chosen at run time.

-- Counts how often somebody ended all sessions; part of what proves a session.
alter table app_user add column session_epoch integer not null default 0;

-- Every request that may change something. Written before the request is acted on, with what
-- changed in the change's own transaction, and ended once with its outcome.
create table audit_event (
    tenant_id    integer not null references tenant,
    event_id     bigint generated always as identity,
    at           timestamptz not null default now(),
    -- Empty when nobody is known; no foreign key, since the log outlives what it speaks of.
    username     text not null,
    user_id      uuid,
    api_token    text not null,
    address      text not null,
    action       text not null,
    request      text not null,
    object       text not null,
    part         text not null,
    -- Null while the request is acted on, and for ever when the platform died meanwhile.
    outcome      text check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    status       smallint,
    reason       text not null default '',
    before_value text,
    after_value  text,
    primary key (tenant_id, event_id)
);
create index audit_event_at on audit_event (tenant_id, at, event_id);
create index audit_event_who on audit_event (tenant_id, lower(username), at, event_id);
create index audit_event_action on audit_event (tenant_id, action, at, event_id);
create index audit_event_object on audit_event (tenant_id, object, at, event_id);

create function audit_event_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'TRUNCATE' then
        raise exception 'the audit log is not emptied';
    end if;
    if tg_op = 'DELETE' then
        -- A day less than the setting's least: the clocks of platform and database differ.
        if old.at > now() - interval '29 days' then
            raise exception 'the audit log keeps every event for 29 days at least';
        end if;
        return old;
    end if;
    if old.outcome is not null
        or (new.tenant_id, new.event_id, new.at, new.username, new.user_id, new.api_token,
            new.address, new.request)
        is distinct from (old.tenant_id, old.event_id, old.at, old.username, old.user_id,
            old.api_token, old.address, old.request) then
        raise exception 'an event of the audit log is not changed';
    end if;
    return new;
end $$;
create trigger audit_event_row before update or delete on audit_event
    for each row execute function audit_event_kept();
create trigger audit_event_all before truncate on audit_event
    for each statement execute function audit_event_kept();

-- A token of a person or program; kept as its SHA-256.
create table api_token (
    tenant_id    integer not null,
    token_id     uuid not null,
    user_id      uuid not null,
    name         text not null,
    role         text not null check (role in ('ADMIN', 'VIEWER', 'ENGINE')),
    token_hash   bytea not null unique,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    last_address text not null default '',
    revoked_at   timestamptz,
    revoked_by   text,
    primary key (tenant_id, token_id),
    foreign key (tenant_id, user_id) references app_user on delete cascade
);
create index api_token_user on api_token (tenant_id, user_id);
create index api_token_made on api_token (tenant_id, made_at, token_id);

-- Settings somebody chose at run time; what is not here is as the process was told.
create table setting (
    tenant_id  integer not null references tenant,
    key        text not null,
    value      bigint not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (tenant_id, key)
);
