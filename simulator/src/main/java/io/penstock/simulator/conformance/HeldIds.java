package io.penstock.simulator.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What a client says it ended up with.
 *
 * @param doubled lines that say again what an earlier one said
 */
record HeldIds(Set<String> ids, long doubled) {

    private static final long LINES_MAX = 5_000_000;

    /**
     * Reads lines of {@code kind id}; blank ones are passed over, and all beyond {@value
     * #LINES_MAX} are not read.
     */
    static HeldIds read(Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        long doubled = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (long read = 0; line != null && read < LINES_MAX; read++) {
                String id = line.strip();
                if (!id.isEmpty() && !ids.add(id)) {
                    doubled++;
                }
                line = lines.readLine();
            }
        }
        return new HeldIds(ids, doubled);
    }
}
