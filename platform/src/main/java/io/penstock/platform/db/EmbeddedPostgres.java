package io.penstock.platform.db;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Random;

/**
 * Our own PostgreSQL: real server programs, a data directory that is kept between starts, listening
 * on 127.0.0.1 only, scram with a random secret, fsync and checksums on (design section 9).
 *
 * <p>A server left behind by a killed platform is stopped first and recovers by itself. Two
 * platforms on one data directory: the second is refused.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The database's owner. */
    public static final String USER = "penstock";

    private static final int SECRET_BYTES = 32;

    private final PostgresPrograms programs;
    private final FileLock lock;
    private final String secret;
    private final int port;

    private EmbeddedPostgres(PostgresPrograms programs, FileLock lock, String secret, int port) {
        this.programs = programs;
        this.lock = lock;
        this.secret = secret;
        this.port = port;
    }

    /**
     * Starts the server, making the database at the first start.
     *
     * @param data kept between starts; made when missing
     * @throws FaultException when the directory is in use or the server does not start
     */
    public static EmbeddedPostgres start(Path data, Random random) {
        try {
            Files.createDirectories(data);
            var lock = lock(data);
            var secret = secret(data.resolve("postgres.secret"), random);
            var programs = new PostgresPrograms(PostgresBinaries.unpack(data), data);
            programs.initialise(USER, data.resolve("postgres.secret"));
            var port = freePort();
            programs.start(port);
            var postgres = new EmbeddedPostgres(programs, lock, secret, port);
            postgres.createDatabase("penstock");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL in " + data, e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return secret;
    }

    /** Makes a database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, secret);
                var lookUp =
                        connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            lookUp.setString(1, name);
            if (!lookUp.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.INTERNAL,
                            "DATABASE_NOT_MADE",
                            "Database '" + name + "' cannot be made: " + e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        programs.stop();
        try {
            lock.release();
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path data) throws IOException {
        var channel =
                FileChannel.open(
                        data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "DATA_DIRECTORY_IN_USE",
                    "The data directory " + data + " is used by another platform process.",
                    "Stop that one, or set penstock.data to another directory.");
        }
        return lock;
    }

    private static String secret(Path file, Random random) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
        return secret;
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
