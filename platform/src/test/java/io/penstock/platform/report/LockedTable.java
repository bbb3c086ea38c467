package io.penstock.platform.report;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Makes whoever reads vulnerabilities wait until it is closed. */
public final class LockedTable implements AutoCloseable {

    private static final String WAITING =
            """
            select count(*) from pg_locks
            where not granted and relation = 'vulnerability'::regclass
            """;

    private final Connection connection;

    private LockedTable(Connection connection) {
        this.connection = connection;
    }

    public static LockedTable of(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table vulnerability in access exclusive mode");
        }
        return new LockedTable(connection);
    }

    /** Returns when as many statements wait; the test's own time limit ends it, too. */
    public void awaitWaiting(int count) throws SQLException {
        while (waiting() != count) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(waiting() + " wait instead of " + count);
            }
        }
    }

    private int waiting() throws SQLException {
        try (var look = connection.createStatement();
                var rows = look.executeQuery(WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        release();
    }

    /** Lets them go on; once is enough. */
    public void release() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
