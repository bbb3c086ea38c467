package io.penstock.platform.connector;

import java.util.List;

/**
 * What goes with a connection, in order; the binds are {@code tenant} and {@code connection}.
 * Between the first statements and the last its hosts go ({@link HostRemoval}). Vulnerability and
 * remediation texts stay: they are shared.
 */
final class ConnectionDeletion {

    static final List<String> FIRST =
            List.of(
                    """
                    delete from rejected_record where tenant_id = :tenant and run_id in
                        (select run_id from run
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from run_seen where tenant_id = :tenant and run_id in
                        (select run_id from run
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from rejected_host
                    where tenant_id = :tenant and connection_id = :connection
                    """,
                    // Assets that other connections know lose these findings.
                    """
                    insert into score_due (tenant_id, asset_id)
                    select distinct tenant_id, asset_id from source_finding
                    where tenant_id = :tenant and connection_id = :connection
                    """,
                    """
                    delete from finding_event where tenant_id = :tenant and finding_id in
                        (select record_id from source_finding
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    // Findings that others speak of too: each of these stands alone first, and
                    // those that still share one are brought together again; so are those that
                    // only a port of this connection kept apart.
                    """
                    insert into finding_regroup (tenant_id, asset_id, match_key)
                    select tenant_id, asset_id, match_key from finding_record
                    where tenant_id = :tenant and connection_id = :connection
                    union
                    select tenant_id, asset_id, match_key from finding
                    where tenant_id = :tenant and connection_id = :connection
                      and port is not null
                    on conflict do nothing
                    """,
                    """
                    delete from finding where tenant_id = :tenant and records > 1 and finding_id in
                        (select finding_id from finding_record
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    insert into finding (tenant_id, finding_id, connection_id, host_id, asset_id,
                        match_key, content_hash, vulnerability_id, remediation_id, created_run,
                        changed_run, changed_at, first_found, last_found, fixed_at, reopened_at,
                        missing_since, status, severity, suppressed, expired, external_finding_id,
                        sub_type, detection_method, product, port, protocol, vendor_finding_id)
                    select tenant_id, record_id, connection_id, host_id, asset_id, match_key,
                        content_hash, vulnerability_id, remediation_id, created_run, changed_run,
                        changed_at, first_found, last_found, fixed_at, reopened_at, missing_since,
                        status, severity, suppressed, expired, external_finding_id, sub_type,
                        detection_method, product, port, protocol, vendor_finding_id
                    from finding_record
                    where tenant_id = :tenant and connection_id <> :connection and finding_id in
                        (select finding_id from finding_record
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from finding_record where tenant_id = :tenant and finding_id in
                        (select finding_id from finding_record
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from finding
                    where tenant_id = :tenant and connection_id = :connection
                    """);

    /** Runs, slices, pages, profiles and the order of rules go by cascade; engines too. */
    static final List<String> LAST =
            List.of(
                    """
                    delete from app_user where tenant_id = :tenant and role = 'INGEST'
                      and user_id in (select user_id from engine
                          where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from connection
                    where tenant_id = :tenant and connection_id = :connection
                    """);

    private ConnectionDeletion() {}
}
