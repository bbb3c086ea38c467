package io.penstock.platform.connector;

import java.util.List;

/**
 * What goes with a connection, in order; the binds are {@code tenant} and {@code connection}.
 * Vulnerability and remediation texts stay: they are shared.
 */
final class ConnectionDeletion {

    static final List<String> STATEMENTS =
            List.of(
                    """
                    delete from rejected_record where tenant_id = :tenant and run_id in
                        (select run_id from run
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from rejected_host
                    where tenant_id = :tenant and connection_id = :connection
                    """,
                    """
                    delete from finding_event where tenant_id = :tenant and finding_id in
                        (select finding_id from finding
                         where tenant_id = :tenant and connection_id = :connection)
                    """,
                    """
                    delete from finding
                    where tenant_id = :tenant and connection_id = :connection
                    """,
                    // One statement, so that an asset is judged by the sources that remain.
                    """
                    with gone as (
                        delete from asset_source
                        where tenant_id = :tenant and connection_id = :connection
                        returning asset_id)
                    delete from asset a
                    where a.tenant_id = :tenant
                      and a.asset_id in (select asset_id from gone)
                      and not exists (select 1 from asset_source s
                          where s.tenant_id = a.tenant_id and s.asset_id = a.asset_id
                            and s.connection_id <> :connection)
                    """,
                    // Runs, slices, pages and profiles go by cascade.
                    """
                    delete from connection
                    where tenant_id = :tenant and connection_id = :connection
                    """);

    private ConnectionDeletion() {}
}
