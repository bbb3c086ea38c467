package io.penstock.platform.run;

import io.penstock.platform.connector.Connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Counts what a connection brought, without counting the inventory itself. */
@Component
class CountRows {

    /** The last complete full run saw everything; later runs say what they added. */
    private static final String COUNTS =
            """
            with base as (
                select r.tenant_id, r.connection_id, r.run_id from run r
                where r.tenant_id = ? and r.connection_id = ? and r.kind = 'FULL'
                  and r.state = 'COMPLETE' order by r.run_id desc limit 1),
            seen as (
                select s.hosts, x.distinct_count as records
                from base b join run_stream s on s.tenant_id = b.tenant_id and s.run_id = b.run_id
                join run_slice x on x.tenant_id = s.tenant_id and x.run_id = s.run_id
                    and x.stream = s.stream
                union all
                select p.hosts, p.created_count
                from base b join run r on r.tenant_id = b.tenant_id
                    and r.connection_id = b.connection_id and r.run_id > b.run_id
                join raw_page p on p.tenant_id = r.tenant_id and p.run_id = r.run_id)
            select coalesce(sum(records) filter (where hosts), 0),
                coalesce(sum(records) filter (where not hosts), 0)
            from seen having exists (select from base)
            """;

    private final JdbcClient jdbc;

    CountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty before a complete full run. */
    Optional<InventoryCounts> of(Connection connection) {
        return jdbc.sql(COUNTS)
                .params(connection.tenantId(), connection.id())
                .query((row, _) -> new InventoryCounts(row.getLong(1), row.getLong(2)))
                .optional();
    }
}
