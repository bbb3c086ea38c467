package io.penstock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * PostgreSQL's programs for platforms that live as long as a test: the first one of a thread
 * unpacks them into the module's {@code target}, the others find them there. Unpacking takes as
 * long as starting the rest of a platform.
 */
public final class SharedPrograms {

    /** Where a platform looks for them in its data; of another name, it unpacks its own. */
    private static final String FOLDER = "postgresql-18.6.0";

    private SharedPrograms() {}

    /** Lends them to the platform whose data will be here. */
    public static void lendTo(Path data) {
        // Tests run side by side, and one must not start what another is still unpacking.
        var thread = Thread.currentThread().threadId();
        var shared = Path.of("target", FOLDER + "-for-" + thread).toAbsolutePath();
        try {
            Files.createDirectories(shared);
            Files.createDirectories(data);
            var link = data.resolve(FOLDER);
            if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(link, shared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's programs for " + data, e);
        }
    }
}
