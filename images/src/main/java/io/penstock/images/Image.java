package io.penstock.images;

import java.util.List;
import java.util.Map;

/**
 * An image.
 *
 * @param tag with the name, such as {@code penstock/engine:1.0}
 * @param entrypoint the program and its first arguments; never a shell
 * @param gzipLevel 1 is quick to build, 9 quick to fetch
 */
record Image(
        String tag, List<Layer> layers, List<String> entrypoint, Settings settings, int gzipLevel) {

    /** Where the jars are; programs start in this folder. */
    static final String FOLDER = "opt/penstock/app";

    /** Variables a user may set otherwise, and what the image says of itself. */
    record Settings(Map<String, String> environment, Map<String, String> labels) {}

    Image {
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
    }
}
