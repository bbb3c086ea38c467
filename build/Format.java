import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats every Java file of the checkout, or names the ones that are not formatted. Started from
 * source by the root project's build, on the JDK the project is built with, because Maven's own JVM
 * may be too old to parse the code.
 *
 * <p>Arguments: {@code check} or {@code apply}, the checkout's folder, and the file that lists what
 * is not formatted; the file is absent when everything is. Not formatted is not an exit code,
 * because Maven would print a stack trace over the names.
 */
final class Format {

    private static final Set<String> SKIPPED =
            Set.of("target", "node_modules", ".git", ".penstock");

    private Format() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3 || !Set.of("check", "apply").contains(arguments[0])) {
            System.err.println("usage: Format check|apply FOLDER LIST");
            System.exit(2);
        }
        var root = Path.of(arguments[1]).toRealPath();
        var list = Path.of(arguments[2]);
        Files.deleteIfExists(list);
        var sources = sources(root);
        if (sources.isEmpty()) {
            System.err.println("No Java file below " + root + ", so nothing was checked.");
            System.exit(2);
        }
        System.exit(arguments[0].equals("apply") ? apply(sources) : check(root, list, sources));
    }

    private static int apply(List<String> sources) throws Exception {
        return run(new PrintWriter(System.out, true), sources, "--replace");
    }

    /** Names what is not formatted, on the screen and in the list that the build looks for. */
    private static int check(Path root, Path list, List<String> sources) throws Exception {
        var names = new StringWriter();
        var code = run(new PrintWriter(names), sources, "--dry-run", "--set-exit-if-changed");
        var unformatted =
                names.toString()
                        .lines()
                        .map(name -> root.relativize(Path.of(name)).toString())
                        .sorted()
                        .toList();
        if (unformatted.isEmpty()) {
            return code;
        }
        unformatted.forEach(name -> System.err.println("Not formatted: " + name));
        Files.write(list, unformatted);
        return 0;
    }

    private static int run(PrintWriter out, List<String> sources, String... options)
            throws Exception {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add("--aosp");
        arguments.addAll(sources);
        var errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var code = new Main(out, errors, System.in).format(arguments.toArray(String[]::new));
        out.flush();
        errors.flush();
        return code;
    }

    private static List<String> sources(Path root) throws IOException {
        var found = new ArrayList<String>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return SKIPPED.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file.toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }
}
