-- What closes at the end of a run: what complete full runs no longer report, the breaker, and the
-- closings that wait for a person.

alter table profile
    -- False: what a complete full run does not report any more is closed (B-46).
    add column retain_missing boolean not null default true,
    -- Limits of the breaker; see core.finding.Breaker.
    add column breaker_share smallint not null default 20 check (breaker_share between 0 and 100),
    add column breaker_count bigint check (breaker_count >= 0),
    add column breaker_floor bigint not null default 100 check (breaker_floor >= 0);

-- Since when complete full runs have not reported the host.
alter table asset_source add column missing_since timestamptz;
create index asset_source_missing on asset_source (tenant_id, host_id)
    where missing_since is not null;

-- What the pages of a full run reported, until the run has ended. Unlogged: it may be lost with a
-- crash, which the count of its rows tells. Cut by id, so that it can be gone through in parts.
create table run_seen (
    tenant_id integer not null,
    run_id    bigint not null,
    -- 0 a finding, 1 a host, 2 a record of a host
    kind      smallint not null,
    id        uuid not null
) partition by range (id);
create unlogged table run_seen_0 partition of run_seen
    for values from (minvalue) to ('10000000-0000-0000-0000-000000000000');
create unlogged table run_seen_1 partition of run_seen
    for values from ('10000000-0000-0000-0000-000000000000') to ('20000000-0000-0000-0000-000000000000');
create unlogged table run_seen_2 partition of run_seen
    for values from ('20000000-0000-0000-0000-000000000000') to ('30000000-0000-0000-0000-000000000000');
create unlogged table run_seen_3 partition of run_seen
    for values from ('30000000-0000-0000-0000-000000000000') to ('40000000-0000-0000-0000-000000000000');
create unlogged table run_seen_4 partition of run_seen
    for values from ('40000000-0000-0000-0000-000000000000') to ('50000000-0000-0000-0000-000000000000');
create unlogged table run_seen_5 partition of run_seen
    for values from ('50000000-0000-0000-0000-000000000000') to ('60000000-0000-0000-0000-000000000000');
create unlogged table run_seen_6 partition of run_seen
    for values from ('60000000-0000-0000-0000-000000000000') to ('70000000-0000-0000-0000-000000000000');
create unlogged table run_seen_7 partition of run_seen
    for values from ('70000000-0000-0000-0000-000000000000') to ('80000000-0000-0000-0000-000000000000');
create unlogged table run_seen_8 partition of run_seen
    for values from ('80000000-0000-0000-0000-000000000000') to ('90000000-0000-0000-0000-000000000000');
create unlogged table run_seen_9 partition of run_seen
    for values from ('90000000-0000-0000-0000-000000000000') to ('a0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_10 partition of run_seen
    for values from ('a0000000-0000-0000-0000-000000000000') to ('b0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_11 partition of run_seen
    for values from ('b0000000-0000-0000-0000-000000000000') to ('c0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_12 partition of run_seen
    for values from ('c0000000-0000-0000-0000-000000000000') to ('d0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_13 partition of run_seen
    for values from ('d0000000-0000-0000-0000-000000000000') to ('e0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_14 partition of run_seen
    for values from ('e0000000-0000-0000-0000-000000000000') to ('f0000000-0000-0000-0000-000000000000');
create unlogged table run_seen_15 partition of run_seen
    for values from ('f0000000-0000-0000-0000-000000000000') to (maxvalue);

-- How far the end of a run has come; there is no row before, and none after.
create table run_closing (
    tenant_id       integer not null,
    run_id          bigint not null,
    state           text not null,
    stage           text not null,
    -- Ids up to this one are done in the present stage.
    done_until      uuid not null,
    ranges          integer not null,
    findings        bigint not null,
    distinct_ids    bigint not null,
    hosts           bigint not null,
    distinct_hosts  bigint not null,
    message         text not null,
    primary key (tenant_id, run_id),
    foreign key (tenant_id, run_id) references run on delete cascade
);

-- A run whose closings are more than the breaker lets through.
create table run_hold (
    tenant_id     integer not null,
    run_id        bigint not null,
    connection_id integer not null,
    -- OVERTAKEN: nothing is left to decide, because the vendor took every closing back.
    state         text not null check (state in ('OPEN', 'RELEASED', 'REJECTED', 'OVERTAKEN')),
    closings      bigint not null,
    open_before   bigint not null,
    reason        text not null,
    held_at       timestamptz not null,
    decided_by    text not null default '',
    decided_at    timestamptz,
    note          text not null default '',
    -- When the decision had reached the last finding.
    done_at       timestamptz,
    primary key (tenant_id, run_id),
    foreign key (tenant_id, run_id) references run on delete cascade
);
create index run_hold_connection on run_hold (tenant_id, connection_id, run_id desc);
create index run_hold_due on run_hold (tenant_id, run_id)
    where state in ('RELEASED', 'REJECTED') and done_at is null;

-- The hold that a held word waits in; null while its run has not been judged.
alter table finding_event add column hold_run bigint;
create index finding_event_hold on finding_event (tenant_id, hold_run, finding_id)
    where held and hold_run is not null;
