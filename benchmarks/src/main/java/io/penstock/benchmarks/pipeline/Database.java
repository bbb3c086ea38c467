package io.penstock.benchmarks.pipeline;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.stack.PostgresFiles;

import org.postgresql.PGConnection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The platform's own PostgreSQL, looked at from outside. */
final class Database implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("finding", "asset", "asset_source", "vulnerability", "remediation");

    private static final String PAGES =
            """
            select min(page.received_at), max(page.done_at), max(run.ended_at)
            from run join raw_page page using (tenant_id, run_id)
            where run.run_uuid = ? and not page.hosts
            """;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** The three instants of a run's findings. */
    record Instants(Instant firstPage, Instant lastPage, Instant ended) {}

    static Database open(PostgresFiles files) {
        try {
            return new Database(
                    DriverManager.getConnection(files.url(), files.user(), files.password()));
        } catch (SQLException e) {
            throw failed("cannot be reached", e);
        }
    }

    String version() {
        return text("show server_version");
    }

    Instants instants(UUID run) {
        try (var select = connection.prepareStatement(PAGES)) {
            select.setObject(1, run);
            try (var row = select.executeQuery()) {
                row.next();
                return new Instants(instant(row, 1), instant(row, 2), instant(row, 3));
            }
        } catch (SQLException e) {
            throw failed("has no times of run " + run, e);
        }
    }

    /** The next transaction; rows that are written from now on carry it or a later one. */
    long nextTransaction() {
        return Long.parseLong(text("select pg_current_xact_id()::text"));
    }

    /** Rows written since a transaction, by table. A fresh cluster has no wrapped numbers. */
    Map<String, Long> writtenSince(long transaction) {
        var written = new LinkedHashMap<String, Long>();
        for (var table : TABLES) {
            var count =
                    "select count(*) from " + table + " where xmin::text::bigint >= " + transaction;
            written.put(table, Long.parseLong(text(count)));
        }
        return written;
    }

    /** Bytes of the write-ahead log so far. */
    long walBytes() {
        return Long.parseLong(text("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"));
    }

    /**
     * Copies all finding rows into an empty table with the same columns, constraints and indexes.
     *
     * @param buffer a file to hold the rows meanwhile
     * @return the time of the COPY into the table alone, with its commit
     */
    Duration bareCopy(Path buffer) {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_finding");
            statement.execute("create table bench_finding (like finding including all)");
            write(buffer);
            var time = read(buffer);
            statement.execute("drop table bench_finding");
            Files.delete(buffer);
            return time;
        } catch (SQLException e) {
            throw failed("did not copy the findings", e);
        } catch (IOException e) {
            throw failed("could not use " + buffer, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("did not close", e);
        }
    }

    private void write(Path buffer) throws SQLException, IOException {
        try (var out = Files.newOutputStream(buffer)) {
            copies().getCopyAPI().copyOut("copy finding to stdout (format binary)", out);
        }
    }

    private Duration read(Path buffer) throws SQLException, IOException {
        try (var in = Files.newInputStream(buffer)) {
            var begun = System.nanoTime();
            copies().getCopyAPI()
                    .copyIn("copy bench_finding from stdin (format binary)", in, 1 << 16);
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private PGConnection copies() throws SQLException {
        return connection.unwrap(PGConnection.class);
    }

    private String text(String query) {
        try (var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw failed("did not answer", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column);
        if (at == null) {
            throw new FaultException(
                    FaultKind.NOT_FOUND, "BENCH_RUN", "The run has no findings or no end.", "");
        }
        return at.toInstant();
    }

    private static FaultException failed(String what, Exception cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.UNAVAILABLE,
                        "BENCH_DATABASE",
                        "The platform's database " + what + ": " + cause.getMessage()),
                cause);
    }
}
