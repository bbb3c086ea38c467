package io.penstock.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that tests run in. */
public final class SourceTree {

    private SourceTree() {}

    /** Its first folder, which is at or above the working folder and has Maven's own in it. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no .mvn folder at or above the working folder");
            }
            folder = parent;
        }
        return folder;
    }
}
