package io.penstock.engine.enrol;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.config.Login;
import io.penstock.source.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Two lines, the name and the key, readable by the engine's user only. A new key is written beside
 * the old one before the platform hears of it, so that no crash can lose both.
 */
final class KeyFile {

    private static final int BYTES_MAX = 1_000;

    private final Path present;
    private final Path next;

    KeyFile(Path path) {
        this.present = path.toAbsolutePath();
        this.next = present.resolveSibling(present.getFileName() + ".next");
    }

    Optional<Login> present() {
        return read(present);
    }

    Optional<Login> next() {
        return read(next);
    }

    /**
     * @throws FaultException CONFIGURATION when the folder cannot be written
     */
    void writeNext(Login login) {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var folder = present.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(next);
            Files.createFile(next, ownerOnly);
            Files.writeString(next, login.username() + "\n" + login.password().reveal() + "\n");
        } catch (IOException e) {
            throw failed("cannot be written", e);
        }
    }

    /** From now on the new key is the present one. */
    void adoptNext() {
        try {
            Files.move(next, present, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed("cannot be replaced", e);
        }
    }

    private Optional<Login> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var lines =
                    new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8).lines().toList();
            return lines.size() == 2
                    ? Optional.of(new Login(lines.get(0), new Secret(lines.get(1))))
                    : Optional.empty();
        } catch (IOException e) {
            throw failed("cannot be read", e);
        }
    }

    private FaultException failed(String what, Throwable cause) {
        return new FaultException(
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "KEY_FILE",
                        "The engine's key file " + present + " " + what + ".",
                        "Mount a folder there that the container's user 10001 may write, or set"
                                + " service.key-file."),
                cause);
    }
}
