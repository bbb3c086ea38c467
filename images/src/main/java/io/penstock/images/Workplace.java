package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where images are made.
 *
 * @param root the source tree, with its modules built
 * @param target what is made here
 * @param leftOut part of the name of vendors' jars that are not shipped
 */
record Workplace(Path root, Path target, String version, String leftOut) {

    /** A file that only the making needs. */
    Path work(String name) throws IOException {
        return Files.createDirectories(target.resolve("work")).resolve(name);
    }

    /** Whether a jar is built from this source tree and changes with it. */
    boolean isOurs(Path jar) {
        return String.valueOf(jar.getFileName()).contains(version);
    }

    /** The vendors' jars that are shipped. */
    List<Path> vendors() throws IOException {
        return Trees.jars(root.resolve("vendors/target/sources")).stream()
                .filter(jar -> !String.valueOf(jar.getFileName()).contains(leftOut))
                .toList();
    }

    /** The parts list of an image. */
    byte[] sbom(String name, List<Path> jars) throws IOException {
        return Sbom.json(name, version, jars);
    }

    Map<String, String> labels(String title) {
        return Map.of(
                "org.opencontainers.image.title", title,
                "org.opencontainers.image.version", version,
                "org.opencontainers.image.licenses", "Apache-2.0");
    }
}
