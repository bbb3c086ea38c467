package io.penstock.architecture;

import io.penstock.testkit.SourceTree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The folders of the checkout these tests run in, as its poms list them. */
final class Checkout {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Checkout() {}

    /** Every folder that is built into a jar, such as {@code vendors/crowdstrike/source}. */
    static List<Path> modules() {
        var found = new ArrayList<Path>();
        collect(SourceTree.root(), found);
        return List.copyOf(found);
    }

    /** A module's name is its folder with forward slashes. */
    static String name(Path module) {
        return SourceTree.root().relativize(module).toString().replace('\\', '/');
    }

    /** The Java files below {@code src/<set>/java}; empty when the module has none. */
    static List<Path> javaFiles(Path module, String set) {
        return files(module.resolve("src").resolve(set).resolve("java")).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path folder, List<Path> found) {
        var pom = COMMENT.matcher(read(folder.resolve("pom.xml"))).replaceAll("");
        var listed = MODULE.matcher(pom).results().map(match -> match.group(1)).toList();
        if (listed.isEmpty()) {
            found.add(folder);
        }
        listed.forEach(module -> collect(folder.resolve(module), found));
    }
}
