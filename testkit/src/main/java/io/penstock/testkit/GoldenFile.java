package io.penstock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An expected text that is kept as a file beside the tests. A mismatch writes what came out to
 * {@code target/golden-actual} under the same name and says the first line that differs; {@code
 * -Dgolden.accept} makes it the expected text, for a person to review in the change.
 *
 * @param expected the file, under {@code src/test/resources} of the module under test
 */
public record GoldenFile(Path expected) {

    private static final Path ACTUAL = Path.of("target", "golden-actual");

    /** A golden file of the module whose tests run. */
    public static GoldenFile named(String name) {
        return new GoldenFile(Path.of("src", "test", "resources", "golden", name));
    }

    /**
     * @throws AssertionError naming the file and the first line that differs
     */
    public void assertMatches(String actual) {
        try {
            if (Boolean.getBoolean("golden.accept")) {
                write(expected, actual);
                return;
            }
            var wanted = Files.exists(expected) ? Files.readString(expected) : "";
            if (!wanted.equals(actual)) {
                var kept = ACTUAL.resolve(expected.getFileName());
                write(kept, actual);
                throw new AssertionError(
                        expected
                                + " does not match; what came out is in "
                                + kept
                                + "\n"
                                + firstDifference(wanted, actual));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static String firstDifference(String wanted, String actual) {
        var left = wanted.split("\n", -1);
        var right = actual.split("\n", -1);
        var line = Arrays.mismatch(left, right);
        return "line "
                + (line + 1)
                + "\n  expected: "
                + (line < left.length ? left[line] : "(end)")
                + "\n  actual:   "
                + (line < right.length ? right[line] : "(end)");
    }
}
