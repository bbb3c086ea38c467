-- Profiles that a pause has made inactive: a resume makes exactly these active again.
alter table profile
    add column paused_by text,
    add column paused_at timestamptz,
    add constraint profile_paused
        check ((paused_by is null) = (paused_at is null) and not (active and paused_at is not null));

-- Whoever makes a profile active, and by whatever way, ends its pause.
create function profile_unpaused() returns trigger language plpgsql as $$
begin
    new.paused_by := null;
    new.paused_at := null;
    return new;
end
$$;
create trigger profile_unpaused before update of active on profile
    for each row when (new.active) execute function profile_unpaused();
