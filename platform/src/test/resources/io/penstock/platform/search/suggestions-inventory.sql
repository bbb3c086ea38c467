-- Values that only the second tenant has, and a tag of the first.
insert into tag (tenant_id, tag_uuid, name, created_by, created_at, changed_by, changed_at) values
    (1, '00000000-0000-0000-0000-0000000000f7', 'Suggested tag`s', 'a', '2026-01-01Z', 'a', '2026-01-01Z'),
    (2, '00000000-0000-0000-0000-0000000000f8', 'Secret tag', 'a', '2026-01-01Z', 'a', '2026-01-01Z');

insert into asset (tenant_id, asset_id, name, external_asset_id, minimal, first_seen, last_seen,
    created_run, changed_run) values
    (2, '00000000-0000-0000-0000-0000000000fa', 'Secret-host', 's', false, '2026-01-01Z',
        '2026-03-01Z', 1, 1);

insert into vulnerability (tenant_id, content_key, name, cve_id) values
    (2, '00000000-0000-0000-0000-0000000000fb', 'Secret hole', 'CVE-1999-0001');

update connection set vendor_name = 'Secret vendor', product_name = 'Secret product',
    source_label = 'Secret source' where tenant_id = 2;
