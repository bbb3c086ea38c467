package io.penstock.engine.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret that is mounted as a file, as container engines do it. */
final class SecretFile {

    private static final int BYTES_MAX = 16_000;

    private SecretFile() {}

    /** The file's text without the blanks and line ends around it. */
    static String read(String key, String path) {
        try (var in = Files.newInputStream(Path.of(path))) {
            var bytes = in.readNBytes(BYTES_MAX + 1);
            var text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > BYTES_MAX || text.isEmpty()) {
                throw SettingValues.wrong(
                        key, "is in a file that is empty or longer than " + BYTES_MAX + " bytes");
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            throw SettingValues.wrong(key, "is in a file that cannot be read", e);
        }
    }
}
