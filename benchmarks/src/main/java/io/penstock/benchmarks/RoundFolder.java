package io.penstock.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory of one round's own, so that what is removed at its end is ours. */
public record RoundFolder(Path path) implements AutoCloseable {

    /**
     * @param data made when it is missing
     */
    public static RoundFolder in(Path data) {
        try {
            Files.createDirectories(data);
            return new RoundFolder(Files.createTempDirectory(data, "round"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory in " + data, e);
        }
    }

    /** Removes it with everything in it. */
    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
