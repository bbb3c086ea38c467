package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java run time of some modules, made from the JDK that runs this. */
record JavaRuntime(Path home) {

    /** Where it is in an image. */
    static final String PLACE = "opt/penstock/jre";

    private static final long LIMIT_MINUTES = 5;

    /** Links it, unless the same was linked here before. */
    static JavaRuntime link(Path home, List<String> modules)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        String.join(",", modules),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        home.toString());
        var stamp = home.resolveSibling(home.getFileName() + ".of");
        var wanted = System.getProperty("java.runtime.version") + " " + command;
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return new JavaRuntime(home);
        }
        // First of all: what is half done must not pass for a result.
        Files.deleteIfExists(stamp);
        Trees.delete(home);
        run(Path.of(""), command);
        Files.writeString(stamp, wanted);
        return new JavaRuntime(home);
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    /** Runs its program in a folder. */
    void java(Path folder, Collection<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(java().toAbsolutePath().toString());
        command.addAll(arguments);
        run(folder, command);
    }

    private static void run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("images", ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " failed: " + Files.readString(log));
            }
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }

    /** Its files in an image; the legal notices come along. */
    List<Entry> entries() throws IOException {
        return Trees.below(home, PLACE);
    }
}
