package io.penstock.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** What the C library says of itself. */
final class Glibc {

    private static final Pattern VERSION = Pattern.compile("GNU C Library \\(([^)]{1,100})\\)");

    private Glibc() {}

    /** Such as {@code Debian GLIBC 2.36-9+deb12u14}; empty when the library does not say. */
    static String version() throws IOException {
        var library = Machine.libraries().resolve("libc.so.6");
        if (!Files.exists(library)) {
            return "";
        }
        var match = VERSION.matcher(Files.readString(library, StandardCharsets.ISO_8859_1));
        return match.find() ? match.group(1) : "";
    }
}
