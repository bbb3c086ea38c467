package io.penstock.launcher.stack;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.process.Tethered;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A built source tree, and the start lines of the programs in it.
 *
 * @param root the repository
 * @param java the program that runs them
 * @param flags more of Java's own options, for all of them
 */
public record Installation(Path root, Path java, List<String> flags) {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    public Installation {
        flags = List.copyOf(flags);
    }

    /**
     * The programs, each with the class to start and what its memory is held to. The engine takes
     * its heap at once, so that it needs as much for a small tenant as for a large one.
     */
    enum Program {
        PLATFORM("platform", "io.penstock.platform.PlatformMain", "sources", "-Xmx384m"),
        ENGINE(
                "engine",
                "io.penstock.engine.EngineMain",
                "sources",
                "-Xms128m -Xmx128m -XX:+AlwaysPreTouch"),
        SIMULATOR("simulator", "io.penstock.simulator.SimulatorMain", "simulations", "-Xmx512m");

        private final String module;
        private final String main;
        private final String dropIns;
        private final String heap;

        Program(String module, String main, String dropIns, String heap) {
            this.module = module;
            this.main = main;
            this.dropIns = dropIns;
            this.heap = heap;
        }
    }

    /** The tree at {@code root}, run by the very Java that runs this. */
    public static Installation at(Path root) {
        return new Installation(
                root.toAbsolutePath(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of());
    }

    /** The same with more of Java's own options. */
    public Installation with(String... more) {
        return new Installation(root, java, List.of(more));
    }

    /** The engine's command line, for a caller that stays with it. */
    public List<String> engine(List<String> arguments) {
        return command(Program.ENGINE, arguments);
    }

    /** The command line of a program, tied to the life of this process. */
    List<String> command(Program program, List<String> arguments) {
        var line = new ArrayList<String>();
        line.add(java.toString());
        line.addAll(List.of(program.heap.split(" ")));
        line.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath(program)));
        line.addAll(List.of(Tethered.class.getName(), program.main));
        line.addAll(arguments);
        return line;
    }

    private String classPath(Program program) {
        var target = root.resolve(program.module).resolve("target");
        var jar = target.resolve("penstock-" + program.module + "-" + VERSION + ".jar");
        if (!Files.exists(jar)) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "NOT_BUILT",
                    "The " + program.module + " is not built: " + jar + " is missing.",
                    "Run mvn -DskipTests package.");
        }
        return String.join(
                File.pathSeparator,
                jar.toString(),
                target.resolve("lib").resolve("*").toString(),
                root.resolve("vendors/target").resolve(program.dropIns).resolve("*").toString(),
                ours().toString());
    }

    /** Where {@link Tethered} comes from: this module's jar or its classes. */
    private static Path ours() {
        try {
            return Path.of(
                    Tethered.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher's own place is unknown", e);
        }
    }
}
