-- What was left behind when connections were deleted.

-- Tags and decisions on records that are no more.
delete from asset_tag x where not exists (select from asset_source s
    where s.tenant_id = x.tenant_id and s.host_id = x.host_id);
delete from acceptance x where x.scope = 'CVE_ON_ASSET' and not exists (select from asset_source s
    where s.tenant_id = x.tenant_id and s.host_id = x.host_id);
delete from acceptance x where x.scope = 'FINDING' and not exists (select from source_finding s
    where s.tenant_id = x.tenant_id and s.record_id = x.finding_id);

-- Accounts of engines that are no more.
delete from app_user u where u.role = 'INGEST' and not exists (select from engine e
    where e.tenant_id = u.tenant_id and e.user_id = u.user_id);

-- Whether an asset waits for its score is asked for one asset.
create index score_due_asset on score_due (tenant_id, asset_id);
