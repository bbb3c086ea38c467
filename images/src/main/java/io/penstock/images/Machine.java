package io.penstock.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine the images are built on and for: Linux with the GNU C library. */
final class Machine {

    private static final List<String> LIBRARIES =
            List.of(
                    "libc.so.6",
                    "libm.so.6",
                    "libdl.so.2",
                    "librt.so.1",
                    "libpthread.so.0",
                    "libresolv.so.2",
                    "libnss_dns.so.2",
                    "libnss_files.so.2");

    private Machine() {}

    /** In the words of image formats. */
    static String architecture() {
        return isArm() ? "arm64" : "amd64";
    }

    /** Whether images can be built here. */
    static boolean fits() {
        return System.getProperty("os.name").equals("Linux") && Files.exists(loader());
    }

    /** The program that loads programs, at the place every program expects it. */
    static Path loader() {
        return Path.of(isArm() ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2");
    }

    /** The folder of the C library, here and in the image. */
    static Path libraries() {
        var ofDebian = Path.of("/lib", (isArm() ? "aarch64" : "x86_64") + "-linux-gnu");
        return Files.isDirectory(ofDebian) ? ofDebian : Path.of("/lib64");
    }

    /** The C library's files that a Java run time needs. */
    static List<Path> glibc() {
        return LIBRARIES.stream().map(libraries()::resolve).filter(Files::exists).toList();
    }

    private static boolean isArm() {
        return System.getProperty("os.arch").toLowerCase(Locale.ROOT).startsWith("aarch64");
    }
}
