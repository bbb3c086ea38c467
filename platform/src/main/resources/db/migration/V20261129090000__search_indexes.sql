-- The index that finds the worst first, and the one that finds an asset's findings, also answer the
-- usual conditions and counts by themselves: rows that do not match are passed over, and rows that
-- are only counted are counted, without being fetched.
drop index finding_worst;
create index finding_worst on finding (tenant_id, severity desc, last_found desc, finding_id)
    include (status, suppressed, expired, connection_id, records, first_found, vulnerability_id,
        asset_id);

drop index finding_class;
create index finding_class on finding (tenant_id, asset_id, match_key)
    include (severity, status, suppressed, expired, connection_id, records, first_found, last_found,
        vulnerability_id);
