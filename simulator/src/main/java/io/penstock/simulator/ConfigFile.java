package io.penstock.simulator;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Switches in a file, in the form of {@link Properties}, UTF-8. */
final class ConfigFile {

    private static final int BYTES_MAX = 1 << 20;

    private ConfigFile() {}

    /** The switches by name; none without a file. */
    static Map<String, String> read(@Nullable Path file) {
        if (file == null) {
            return Map.of();
        }
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw unreadable(file, "it has more than " + BYTES_MAX + " bytes", null);
            }
            Properties properties = new Properties();
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(text);
            }
            Map<String, String> options = new TreeMap<>();
            properties.forEach((name, value) -> options.put(name.toString(), value.toString()));
            return options;
        } catch (IOException e) {
            throw unreadable(file, "there is no such text file", e);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, "an escape in it is malformed", e);
        }
    }

    private static FaultException unreadable(Path file, String why, @Nullable Exception cause) {
        Fault fault =
                Fault.of(
                        FaultKind.CONFIGURATION,
                        "SIMULATOR_CONFIG",
                        "The config file " + file + " cannot be read: " + why + ".");
        return new FaultException(fault, cause);
    }
}
