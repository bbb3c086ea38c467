package io.penstock.platform.connector;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Counts what {@link Connections#delete} would take away and what would stay. It looks at every
 * record of the connection, so it takes seconds for millions of them.
 */
@Component
public class DeletionFigures {

    private static final String HOSTS =
            """
            select count(*) filter (where alone), count(*) filter (where not alone)
            from (select not exists (select from asset_source o
                    where o.tenant_id = s.tenant_id and o.asset_id = s.asset_id
                      and o.connection_id <> :connection) as alone
                from (select distinct tenant_id, asset_id from asset_source
                    where tenant_id = :tenant and connection_id = :connection) s) hosts
            """;

    private static final String FINDINGS =
            """
            select count(*) from finding
            where tenant_id = :tenant and connection_id = :connection and records = 1
            """;

    /** Findings of several records: they go when all of these are of the connection. */
    private static final String SHARED_FINDINGS =
            """
            select count(*) filter (where alone), count(*) filter (where not alone)
            from (select not exists (select from finding_record o
                    where o.tenant_id = :tenant and o.finding_id = r.finding_id
                      and o.connection_id <> :connection) as alone
                from (select distinct finding_id from finding_record
                    where tenant_id = :tenant and connection_id = :connection) r) findings
            """;

    private static final String RUNS =
            """
            select count(distinct r.run_id), count(p.page_id),
                coalesce(sum(octet_length(p.body)), 0)
            from run r left join raw_page p on p.tenant_id = r.tenant_id and p.run_id = r.run_id
            where r.tenant_id = :tenant and r.connection_id = :connection
            """;

    private static final String REJECTED =
            """
            select count(*) from run r
            join rejected_record q on q.tenant_id = r.tenant_id and q.run_id = r.run_id
            where r.tenant_id = :tenant and r.connection_id = :connection
            """;

    private static final String ENGINES =
            """
            select count(*) from engine
            where tenant_id = :tenant and connection_id = :connection
            """;

    private final JdbcClient jdbc;

    DeletionFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How much of something.
     *
     * @param gone what nothing else speaks of
     * @param kept what other connections report, too
     */
    public record DeletedShare(long gone, long kept) {}

    /**
     * @param bytes of the stored pages, as they are kept
     */
    public record DeletedRuns(long runs, long pages, long bytes, long rejectedRecords) {}

    /**
     * @param engines with a key of their own
     */
    public record Deletion(
            DeletedShare hosts, DeletedShare findings, DeletedRuns runs, long engines) {}

    public Deletion of(Connection connection) {
        var alone = count(FINDINGS, connection);
        var shared = share(SHARED_FINDINGS, connection);
        return new Deletion(
                share(HOSTS, connection),
                new DeletedShare(alone + shared.gone(), shared.kept()),
                runs(connection),
                count(ENGINES, connection));
    }

    private DeletedRuns runs(Connection connection) {
        var rejected = count(REJECTED, connection);
        return bound(RUNS, connection)
                .query((row, _) ->
                        new DeletedRuns(row.getLong(1), row.getLong(2), row.getLong(3), rejected))
                .single();
    }

    private DeletedShare share(String sql, Connection connection) {
        return bound(sql, connection)
                .query((row, _) -> new DeletedShare(row.getLong(1), row.getLong(2)))
                .single();
    }

    private long count(String sql, Connection connection) {
        return bound(sql, connection).query(Long.class).single();
    }

    private StatementSpec bound(String sql, Connection connection) {
        return jdbc.sql(sql)
                .param("tenant", connection.tenantId())
                .param("connection", connection.id());
    }
}
