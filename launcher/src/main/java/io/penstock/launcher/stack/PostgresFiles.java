package io.penstock.launcher.stack;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the files of a platform's embedded PostgreSQL say of it, for those who look at the tables
 * from outside: the throughput run and the end-to-end tests.
 *
 * @param data the platform's data directory
 */
public record PostgresFiles(Path data) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** The JDBC address while the server runs. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + statusLine(PORT_LINE) + "/penstock";
    }

    public String user() {
        return "penstock";
    }

    /** A secret: for a connection only. */
    public String password() {
        return read(data.resolve("postgres.secret")).strip();
    }

    /** The process id of the server while it runs. */
    public long pid() {
        return Long.parseLong(statusLine(PID_LINE));
    }

    /** Ends a server that nobody owns any more. */
    void endServer() {
        if (!Files.exists(statusFile())) {
            return;
        }
        server().ifPresent(server -> {
            server.destroy();
            server.onExit().join();
        });
    }

    private Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid())
                .filter(process ->
                        process.info().command().filter(c -> c.endsWith("postgres")).isPresent());
    }

    private String statusLine(int number) {
        var lines = read(statusFile()).lines().toList();
        if (lines.size() <= number) {
            throw new FaultException(
                    FaultKind.UNAVAILABLE,
                    "POSTGRES_NOT_READY",
                    statusFile() + " has " + lines.size() + " lines.",
                    "");
        }
        return lines.get(number).strip();
    }

    private Path statusFile() {
        return data.resolve("postgresql-data").resolve("postmaster.pid");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.UNAVAILABLE,
                            "POSTGRES_NOT_RUNNING",
                            "The embedded PostgreSQL has no readable " + file + "."),
                    e);
        }
    }
}
