package io.penstock.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One entry of a layer. Paths have no slash at the front. */
sealed interface Entry {

    /** Who owns what the image's program may write. */
    int USER = 10_001;

    String path();

    int mode();

    /** Owner and group. */
    int owner();

    /** A folder. */
    record Folder(String path, int mode, int owner) implements Entry {}

    /** A file with its bytes at hand. */
    record Text(String path, byte[] bytes, int mode, int owner) implements Entry {

        Text(String path, String text) {
            this(path, text.getBytes(StandardCharsets.UTF_8), 0644, 0);
        }
    }

    /** A file copied from this machine. */
    record Copied(String path, Path from, int mode) implements Entry {

        @Override
        public int owner() {
            return 0;
        }

        /** Keeps whether it is a program. */
        static Copied of(String path, Path from) throws IOException {
            return new Copied(path, from, Files.isExecutable(from) ? 0755 : 0644);
        }
    }
}
