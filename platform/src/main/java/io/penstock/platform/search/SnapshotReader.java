package io.penstock.platform.search;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * Opens snapshots: one read-only transaction each, in which every statement sees the same moment,
 * and whose rows come by a cursor of the server, a few hundred at a time (ADR 0028).
 */
@Component
class SnapshotReader {

    private static final int FETCH_ROWS = 500;

    /** Of one answer of the server; the whole is measured from row to row. */
    private static final String BOUND = "select set_config('statement_timeout', ?, true)";

    private final DataSource source;
    private final Duration timeout;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    SnapshotReader(DataSource source, ExportSettings settings, Clock clock) {
        this.source = source;
        this.timeout = settings.exportTimeout();
        this.clock = clock;
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        transactions.setReadOnly(true);
        transactions.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(FETCH_ROWS);
    }

    /** What is read in one snapshot. */
    interface Reading {
        void read(Snapshot snapshot);
    }

    /**
     * @return the rows that were handed over
     * @throws IOException of the one who takes the records
     * @throws ExportStoppedException after {@link ExportRun#stop}
     * @throws FaultException UNAVAILABLE when it takes longer than allowed
     */
    long read(ExportRun run, Reading reading) throws IOException {
        try {
            transactions.executeWithoutResult(_ -> inTransaction(run, reading));
            return run.rows();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (DataAccessException e) {
            run.goOn();
            if (e instanceof QueryTimeoutException) {
                throw new FaultException(tooLong(timeout), e);
            }
            throw e;
        }
    }

    private void inTransaction(ExportRun run, Reading reading) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            run.begin(connection.unwrap(PGConnection.class));
            jdbc.queryForObject(BOUND, String.class, String.valueOf(timeout.toMillis()));
            var until = clock.instant().plus(timeout);
            var named = new NamedParameterJdbcTemplate(jdbc);
            reading.read(new Snapshot(named, run, () -> inTime(clock.instant().isBefore(until))));
        } catch (SQLException e) {
            throw new IllegalStateException("the database is no PostgreSQL", e);
        } finally {
            run.end();
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void inTime(boolean early) {
        if (!early) {
            throw new FaultException(tooLong(timeout));
        }
    }

    private static Fault tooLong(Duration timeout) {
        return Fault.of(
                FaultKind.UNAVAILABLE,
                "EXPORT_TIMEOUT",
                "The export was stopped after " + timeout.toSeconds() + " s.",
                "Narrow its query down, or raise penstock.search.export-timeout.");
    }
}
