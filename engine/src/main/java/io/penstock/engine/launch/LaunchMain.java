package io.penstock.engine.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The image's first program. No shell is involved: many of them drop variables with dots in their
 * names (B-24).
 */
public final class LaunchMain {

    private static final int NOT_STARTED = 126;

    /** Set by the image: options of the engine's JVM, divided by blanks. */
    private static final String OPTIONS = "penstock.engine.options";

    private static final String MAIN = "io.penstock.engine.EngineMain";

    private LaunchMain() {}

    /** Becomes the engine. */
    public static void main(String[] arguments) throws Throwable {
        var heap = HeapPlan.of(System.getenv(), ContainerMemory.bytes(Path.of("/")));
        heap.warnings().forEach(System.err::println);
        var command = command(heap, System.getProperties(), List.of(arguments));
        Exec.become(command);
        System.err.println("The engine's JVM " + command.getFirst() + " cannot be started.");
        System.exit(NOT_STARTED);
    }

    /** The engine's command line: this JVM's program and class path, other options. */
    static List<String> command(
            HeapPlan heap, Map<Object, Object> properties, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(properties.get("java.home") + "/bin/java");
        command.addAll(heap.options());
        var options = String.valueOf(properties.getOrDefault(OPTIONS, "")).strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" +")));
        }
        command.add(MAIN);
        command.addAll(arguments);
        return command;
    }
}
