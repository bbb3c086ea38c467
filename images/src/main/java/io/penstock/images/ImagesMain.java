package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Builds the images: root of the source tree, folder for the results, version, time of all files,
 * and what is left out of the vendors. On a machine that is not Linux with the GNU C library it
 * says so and makes none.
 */
public final class ImagesMain {

    private static final double MEGA = 1024.0 * 1024.0;
    private static final int ARGUMENTS = 5;

    private ImagesMain() {}

    /** The program. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != ARGUMENTS) {
            System.err.println("images: ROOT TARGET VERSION TIME LEFT-OUT");
            System.exit(2);
        }
        if (!Machine.fits()) {
            System.err.println(
                    "images: no image is built: this needs Linux with the GNU C library.");
            return;
        }
        var place =
                new Workplace(
                        Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], arguments[4]);
        build(place, Instant.parse(arguments[3]));
    }

    static void build(Workplace place, Instant time) throws IOException, InterruptedException {
        var engine = place.target().resolve(EngineImage.ARCHIVE);
        var platform = place.target().resolve(PlatformImage.ARCHIVE);
        var stamp = Stamp.of(place, time);
        if (stamp.holds(List.of(engine, platform))) {
            System.out.println("images: nothing has changed.");
            return;
        }
        stamp.clear();
        write(engine, EngineImage.build(place, time), time);
        write(platform, PlatformImage.build(place, time), time);
        stamp.set();
    }

    private static void write(Path archive, Image image, Instant time) throws IOException {
        var id = ImageArchive.write(archive, image, time);
        var digest = Digests.sha256(archive);
        Files.writeString(
                archive.resolveSibling(archive.getFileName() + ".sha256"),
                digest + "  " + archive.getFileName() + "\n");
        System.out.printf(
                Locale.ROOT,
                "images: %s %.1f MB, sha256 %s, image %s%n",
                archive.getFileName(),
                Files.size(archive) / MEGA,
                digest,
                id.substring(0, 12));
    }
}
