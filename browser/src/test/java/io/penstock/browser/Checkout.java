package io.penstock.browser;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree these tests run in. */
final class Checkout {

    private Checkout() {}

    static Path root() {
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
