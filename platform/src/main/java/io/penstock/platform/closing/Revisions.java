package io.penstock.platform.closing;

import io.penstock.platform.closing.ClosingRun.Subject;
import io.penstock.platform.inventory.IdentityLock;
import io.penstock.platform.inventory.LoadContext;
import io.penstock.platform.inventory.LoadLock;
import io.penstock.platform.inventory.RecordRevision;
import io.penstock.platform.inventory.Revision;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;

import javax.sql.DataSource;

/** Changes the words of records in the present transaction, in turn with the loads. */
@Component
class Revisions {

    private static final String REPLAYS =
            """
            select run_id, source_run from run
            where tenant_id = ? and connection_id = ? and kind = 'REPLAY'
            """;

    private final JdbcClient jdbc;
    private final RecordRevision records;
    private final DataSource dataSource;

    Revisions(JdbcClient jdbc, RecordRevision records, DataSource dataSource) {
        this.jdbc = jdbc;
        this.records = records;
        this.dataSource = dataSource;
    }

    private interface Work {
        void on(Connection connection, LoadContext context) throws SQLException;
    }

    /** Waits until nobody else writes hosts or findings of the connection; until the commit. */
    void lock(Subject run) {
        inTurn(run, (connection, context) -> IdentityLock.shared(connection, context.tenantId()));
    }

    /**
     * Changes the words of records. Once a transaction: it locks what the records share in the
     * order of ids, and what is locked by a second call would follow out of order.
     *
     * @param ids of records, at most a batch
     */
    void revise(Subject run, Collection<UUID> ids, Revision revision) {
        if (!ids.isEmpty()) {
            inTurn(
                    run,
                    (connection, context) -> records.revise(connection, context, ids, revision));
        }
    }

    private void inTurn(Subject run, Work work) {
        var context = context(run);
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            LoadLock.take(connection, context);
            work.on(connection, context);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "words of run " + run.runId() + " could not be changed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private LoadContext context(Subject run) {
        var replays = new HashMap<Long, Long>();
        jdbc.sql(REPLAYS)
                .params(run.tenantId(), run.connectionId())
                .query(row -> {
                    replays.put(row.getLong(1), row.getLong(2));
                });
        return new LoadContext(run.tenantId(), run.connectionId(), run.runId(), replays);
    }
}
