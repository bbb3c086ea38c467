package io.penstock.launcher.stack;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of {@code key=value} lines that only its owner may read: what the demo must remember, and
 * the engine's env file.
 */
public record SettingsFile(Path path) {

    public boolean exists() {
        return Files.exists(path);
    }

    /** Blank lines and lines that begin with {@code #} are left out. */
    public Map<String, String> read() {
        var values = new LinkedHashMap<String, String>();
        try {
            for (var line : Files.readAllLines(path)) {
                var equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "SETTINGS_UNREADABLE",
                            "The settings file " + path + " cannot be read."),
                    e);
        }
        return values;
    }

    /** Replaces the file in one step, so that a crash leaves the old or the new one. */
    public void write(Map<String, String> values) {
        var text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        var folder = path.toAbsolutePath().getParent();
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "settings", ".new", ownerOnly);
            Files.writeString(fresh, text);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "SETTINGS_NOT_WRITTEN",
                            "The settings file " + path + " cannot be written."),
                    e);
        }
    }
}
