package io.penstock.platform.db;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls initdb and pg_ctl for one data directory. */
final class PostgresPrograms {

    private static final long PATIENCE_SECONDS = 120;
    private static final int OUTPUT_MAX = 4_000;

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static final List<String> NOT_AS_ROOT = List.of("unshare", "-U");

    private final Path home;
    private final Path cluster;
    private final Path log;

    PostgresPrograms(Path home, Path data) {
        this.home = home;
        this.cluster = data.resolve("postgresql-data");
        this.log = data.resolve("postgresql.log");
    }

    void initialise(String user, Path secretFile) throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        call(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + user,
                "--pwfile=" + secretFile,
                "--auth=scram-sha-256",
                // Rounds slow guessing down, and every connection: nobody guesses this secret.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums",
                "--no-instructions");
    }

    void start(int port) throws IOException {
        stopLeftOver();
        var options =
                List.of(
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c shared_buffers=256MB",
                        "-c max_wal_size=2GB",
                        "-c checkpoint_timeout=15min",
                        "-c wal_compression=pglz",
                        "-c max_connections=120",
                        "-c jit=off",
                        "-c timezone=UTC",
                        "-c log_timezone=UTC");
        call(
                "pg_ctl",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--wait",
                "--timeout=" + PATIENCE_SECONDS,
                "--options=" + String.join(" ", options),
                "start");
    }

    void stop() {
        try {
            call("pg_ctl", "--pgdata=" + cluster, "--wait", "--mode=fast", "stop");
        } catch (IOException e) {
            throw new FaultException(
                    FaultKind.UNAVAILABLE,
                    "EMBEDDED_POSTGRES_STOP",
                    "The embedded PostgreSQL did not stop: " + e.getMessage(),
                    "See " + log + ".");
        }
    }

    /** A platform that was killed leaves its server running; nobody else can own it (see lock). */
    private void stopLeftOver() throws IOException {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return;
        }
        if (run(List.of("pg_ctl", "--pgdata=" + cluster, "status")).code() == 0) {
            call("pg_ctl", "--pgdata=" + cluster, "--wait", "--mode=fast", "stop");
        }
    }

    private void call(String... command) throws IOException {
        var result = run(List.of(command));
        if (result.code() != 0) {
            throw new FaultException(
                    FaultKind.UNAVAILABLE,
                    "EMBEDDED_POSTGRES_FAILED",
                    command[0] + " ended with " + result.code() + ": " + result.output().strip(),
                    "See " + log + ", or set penstock.database.url to another PostgreSQL.");
        }
    }

    private record Result(int code, String output) {}

    private Result run(List<String> command) throws IOException {
        var output = Files.createTempFile("penstock-" + command.getFirst(), ".out");
        try {
            var process = launch(command, output);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " took over " + PATIENCE_SECONDS + " s");
            }
            var text = Files.readString(output, StandardCharsets.UTF_8);
            return new Result(
                    process.exitValue(), text.substring(Math.max(0, text.length() - OUTPUT_MAX)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command.getFirst() + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Process launch(List<String> command, Path output) throws IOException {
        var line = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(NOT_AS_ROOT);
        }
        line.add(home.resolve("bin").resolve(command.getFirst()).toString());
        line.addAll(command.subList(1, command.size()));
        // A file and not a pipe: the server inherits it and would keep a pipe open for ever.
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.start();
    }
}
