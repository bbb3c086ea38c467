package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands on an image's base: libraries in a layer of their own, because they stay the same
 * when this source tree changes, and all that is ours.
 */
final class Contents {

    private final String name;
    private final List<Entry> libraries = new ArrayList<>();
    private final List<Entry> ours = new ArrayList<>();

    private Contents(String name) {
        this.name = name;
    }

    /** The jars and the list of parts, which is written beside the image, too. */
    static Contents of(Workplace place, String name, List<Path> jars) throws IOException {
        var contents = new Contents(name);
        for (var jar : jars) {
            var entry = new Entry.Copied(Image.FOLDER + "/" + jar.getFileName(), jar, 0644);
            (place.isOurs(jar) ? contents.ours : contents.libraries).add(entry);
        }
        var sbom = place.target().resolve(name + ".cdx.json");
        Files.write(sbom, place.sbom(name, jars));
        contents.add(new Entry.Copied("usr/share/penstock/sbom.cdx.json", sbom, 0644));
        return contents;
    }

    void add(Entry entry) {
        ours.add(entry);
    }

    /** With the base below. */
    List<Layer> layers(Workplace place, JavaRuntime java, Instant time) throws IOException {
        return List.of(
                Layer.write(place.work(name + "-base.tar"), BaseLayer.entries(java), time),
                Layer.write(place.work(name + "-libraries.tar"), libraries, time),
                Layer.write(place.work(name + "-app.tar"), ours, time));
    }
}
