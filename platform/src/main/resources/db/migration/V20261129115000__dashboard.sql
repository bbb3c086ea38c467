-- What the dashboard shows, measured in the background, and its history by day.

create table dashboard_summary (
    tenant_id   integer not null primary key references tenant,
    -- The version of the body; another one is measured anew.
    form        smallint not null,
    body        jsonb not null,
    -- What the inventory had been through when this was measured.
    mark        text not null,
    -- Two measurements, one after the other, have seen the same mark.
    settled     boolean not null,
    took_ms     integer not null,
    measured_at timestamptz not null
);

-- Days in UTC. Levels are those of the day's last measurement, null while nobody measured that day;
-- found, fixed and reopened are counted by the dates of the findings, for the days before, too.
create table trend_day (
    tenant_id    integer not null references tenant,
    day          date not null,
    measured_at  timestamptz,
    open_1       bigint,
    open_2       bigint,
    open_3       bigint,
    open_4       bigint,
    open_5       bigint,
    hosts        bigint,
    score_mean   numeric(5, 1),
    score_median smallint,
    score_p90    smallint,
    found        bigint not null default 0,
    fixed        bigint not null default 0,
    reopened     bigint not null default 0,
    primary key (tenant_id, day)
);
