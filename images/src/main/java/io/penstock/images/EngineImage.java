package io.penstock.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The engine with every vendor that is built. */
final class EngineImage {

    /** The name the specification gives the archive (S-124). */
    static final String ARCHIVE = "onprem-execution-engine.tar.gz";

    static final String NAME = "onprem-execution-engine";

    private static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.xml");

    /**
     * Small and quick to start; the page bytes it passes on need little compiling. The shares of
     * the memory make the standard heap, or little less, of a container that is small or not. The
     * first young space is large enough that nothing is collected before the first call.
     */
    static final List<String> OPTIONS =
            List.of(
                    "-XX:MaxRAMPercentage=70",
                    "-XX:MinRAMPercentage=48",
                    "-XX:NewSize=32m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:MaxDirectMemorySize=48m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-Xss512k",
                    "-Dfile.encoding=UTF-8");

    private static final int GZIP_LEVEL = 6;

    private EngineImage() {}

    static Image build(Workplace place, Instant time) throws IOException, InterruptedException {
        var java = JavaRuntime.link(place.work("engine-jre"), MODULES);
        var jars = jars(place);
        var classes = ClassArchive.make(place, java, jars, time);
        var contents = Contents.of(place, NAME, jars);
        contents.add(classes.entry());
        contents.add(new Entry.Folder("var/log/app/onprem-execution-service", 0755, Entry.USER));
        contents.add(new Entry.Folder("var/lib/penstock", 0700, Entry.USER));
        return new Image(
                NAME + ":" + place.version(),
                contents.layers(place, java, time),
                entrypoint(classPath(jars)),
                new Image.Settings(
                        Map.of("LANG", "C.UTF-8"), place.labels("Penstock execution engine")),
                GZIP_LEVEL);
    }

    private static List<Path> jars(Workplace place) throws IOException {
        var jars = new LinkedHashSet<Path>();
        jars.addAll(Trees.jars(place.root().resolve("engine/target")));
        jars.addAll(Trees.jars(place.root().resolve("engine/target/lib")));
        jars.addAll(place.vendors());
        return List.copyOf(jars);
    }

    /** The launcher, in a JVM that can go on as the engine. */
    private static List<String> entrypoint(String path) {
        var program = new ArrayList<>(List.of("/" + JavaRuntime.PLACE + "/bin/java"));
        program.addAll(OPTIONS);
        program.addAll(ClassArchive.OPTIONS);
        program.addAll(List.of("-cp", path, "io.penstock.engine.launch.LaunchMain"));
        return program;
    }

    /** Relative to the image's working folder, as the archive of classes was made. */
    private static String classPath(List<Path> jars) {
        return String.join(":", ClassArchive.names(jars));
    }
}
