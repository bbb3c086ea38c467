package io.penstock.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Folders with all that is in them. */
final class Trees {

    private Trees() {}

    /** Every file below a folder as an entry below a place in the image; links are followed. */
    static List<Entry> below(Path folder, String place) throws IOException {
        var entries = new ArrayList<Entry>();
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                entries.add(Entry.Copied.of(place + "/" + name, file));
            }
        }
        return entries;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The jars of a folder, by name. */
    static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
