package io.penstock.images;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What images were made of, so that a build without changes makes none. It names every jar, this
 * program, the Java run time and the C library by their content or version.
 */
record Stamp(Path file, String inputs) {

    static Stamp of(Workplace place, Instant time) throws IOException {
        var inputs = new ArrayList<String>();
        inputs.add(place.version() + " " + place.leftOut() + " " + time);
        inputs.add(System.getProperty("java.vm.vendor"));
        inputs.add(System.getProperty("java.runtime.version"));
        inputs.add(Glibc.version());
        for (var folder : List.of("engine", "platform", "vendors")) {
            addFiles(inputs, place.root().resolve(folder).resolve("target"));
        }
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            addAll(inputs, Path.of(entry));
        }
        return new Stamp(place.work("inputs"), String.join("\n", inputs));
    }

    private static void addFiles(List<String> inputs, Path target) throws IOException {
        var jars = new ArrayList<>(Trees.jars(target));
        jars.addAll(Trees.jars(target.resolve("lib")));
        jars.addAll(Trees.jars(target.resolve("sources")));
        for (var jar : jars) {
            inputs.add(line(jar));
        }
    }

    private static void addAll(List<String> inputs, Path entry) throws IOException {
        if (!Files.exists(entry)) {
            return;
        }
        try (var walk = Files.walk(entry)) {
            for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                inputs.add(line(file));
            }
        }
    }

    private static String line(Path file) throws IOException {
        return Digests.sha256(file) + " " + file.getFileName();
    }

    /** Whether the archives that are there were made of the same. */
    boolean holds(List<Path> archives) throws IOException {
        return archives.stream().allMatch(Files::exists)
                && Files.exists(file)
                && Files.readString(file).equals(inputs);
    }

    /** Before a change of the archives: what is half done is no result. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** After it. */
    void set() throws IOException {
        Files.writeString(file, inputs);
    }
}
