package io.penstock.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of a start, ready to be mapped. It is made from a list in this module, not from a
 * run, so that equal jars give equal bytes. A class of the list that is gone is left out; one that
 * is missing is loaded from its jar as ever. To renew the list, run the engine's JVM once with
 * {@code -XX:DumpLoadedClassList} and merge: class names first, then the lines of lambdas, each
 * sorted; not the lines of constant pools, which change with every edit.
 */
record ClassArchive(Path file) {

    /** Where it is in the image. */
    private static final String PLACE = "/opt/penstock/start.jsa";

    /** The archive holds for a JVM with this option only; the launcher needs it. */
    private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    /**
     * For a JVM that maps it. At the address it was made for: moved elsewhere it would cost some 80
     * ms of each start, and as much memory as it is large.
     */
    static final List<String> OPTIONS =
            List.of(
                    "-XX:SharedArchiveFile=" + PLACE,
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0",
                    NATIVE_ACCESS);

    private static final String LIST = "start.classes";

    static ClassArchive make(Workplace place, JavaRuntime java, List<Path> jars, Instant time)
            throws IOException, InterruptedException {
        // An archive holds for class files of one age; in the image all files have this one.
        age(java.home(), time);
        var list = place.work(LIST);
        try (var known = ClassArchive.class.getResourceAsStream("/" + LIST)) {
            if (known == null) {
                throw new IOException("the list " + LIST + " is missing");
            }
            Files.copy(known, list, StandardCopyOption.REPLACE_EXISTING);
        }
        var archive = place.work("start.jsa");
        java.java(
                staged(place, jars, time),
                List.of(
                        "-Xshare:dump",
                        "-XX:+UseSerialGC",
                        // Without it the building machine's memory decides on bytes of it.
                        "-Xmx256m",
                        NATIVE_ACCESS,
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + archive,
                        "-cp",
                        // Without their folder: it becomes a part of the archive, and the JVM
                        // wants to find the very same class path again.
                        String.join(":", names(jars))));
        requireMapped(java, place.work("stage"), archive, jars);
        return new ClassArchive(archive);
    }

    /** With the image's options: a JVM that cannot map it would start all the same, but slowly. */
    private static void requireMapped(JavaRuntime java, Path stage, Path archive, List<Path> jars)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(EngineImage.OPTIONS);
        arguments.addAll(OPTIONS);
        // The last one counts.
        arguments.add("-XX:SharedArchiveFile=" + archive.toAbsolutePath());
        arguments.add("-Xshare:on");
        arguments.addAll(List.of("-cp", String.join(":", names(jars))));
        arguments.addAll(List.of("io.penstock.engine.EngineMain", "--version"));
        try {
            java.java(stage, arguments);
        } catch (IOException e) {
            throw new IOException(
                    "The class archive "
                            + archive
                            + " cannot be mapped with the options of the engine's image; delete the"
                            + " folder "
                            + stage.getParent()
                            + " and build again.",
                    e);
        }
    }

    /** The jars by their names alone. */
    static List<String> names(List<Path> jars) {
        return jars.stream().map(jar -> String.valueOf(jar.getFileName())).toList();
    }

    /** The folder with all jars, as in the image. */
    private static Path staged(Workplace place, List<Path> jars, Instant time) throws IOException {
        var folder = place.work("stage");
        Trees.delete(folder);
        Files.createDirectories(folder);
        for (var jar : jars) {
            Files.copy(jar, folder.resolve(String.valueOf(jar.getFileName())));
        }
        age(folder, time);
        return folder;
    }

    private static void age(Path folder, Instant time) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(file -> {
                try {
                    Files.setLastModifiedTime(file, FileTime.from(time));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    Entry entry() {
        return new Entry.Copied(PLACE.substring(1), file, 0644);
    }
}
