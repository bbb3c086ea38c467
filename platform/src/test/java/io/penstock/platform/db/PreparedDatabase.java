package io.penstock.platform.db;

import io.penstock.testkit.SharedPrograms;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

/**
 * A data directory as a platform leaves it that has made its schema and nothing else. It is made
 * once a run of the tests and copied for each platform, which takes a tenth of the time; how a
 * platform makes it is a test of its own.
 */
public final class PreparedDatabase {

    private static final String CLUSTER = "postgresql-data";
    private static final String SECRET = "postgres.secret";

    private static @Nullable Path prepared;

    private PreparedDatabase() {}

    /** Lends one to the platform whose data will be here. */
    public static void lendTo(Path data) {
        try {
            SharedPrograms.lendTo(data);
            var from = prepared();
            FileSystemUtils.copyRecursively(from.resolve(CLUSTER), data.resolve(CLUSTER));
            // PostgreSQL starts in nobody else's directory.
            Files.setPosixFilePermissions(
                    data.resolve(CLUSTER), PosixFilePermissions.fromString("rwx------"));
            Files.copy(from.resolve(SECRET), data.resolve(SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException("a database for " + data, e);
        }
    }

    private static synchronized Path prepared() throws IOException {
        var made = prepared;
        if (made == null) {
            made = Path.of("target", "prepared-database").toAbsolutePath();
            FileSystemUtils.deleteRecursively(made);
            SharedPrograms.lendTo(made);
            makeIn(made);
            // What a test writes need not survive the machine.
            Files.writeString(
                    made.resolve(CLUSTER).resolve("postgresql.conf"),
                    "fsync = off\n",
                    StandardOpenOption.APPEND);
            prepared = made;
        }
        return made;
    }

    private static void makeIn(Path data) {
        try (var postgres = EmbeddedPostgres.start(data, new Random(7))) {
            Flyway.configure()
                    .dataSource(
                            postgres.url("penstock"), EmbeddedPostgres.USER, postgres.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }
}
