package io.penstock.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A key kept in the data directory, readable by its owner only. */
final class KeyFile {

    private static final String OWNER_ONLY = "rw-------";

    private KeyFile() {}

    /**
     * The file's text; made once when it is missing. The name appears only when the text is
     * complete, so a killed start leaves no half a key.
     */
    static String read(Path file, Supplier<String> maker) {
        try {
            if (!Files.exists(file)) {
                write(file, maker.get());
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
        var draft = Files.createTempFile(directory, "key", ".new", owner);
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.deleteIfExists(draft);
        }
    }
}
