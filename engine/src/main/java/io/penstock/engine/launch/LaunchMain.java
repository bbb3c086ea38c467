package io.penstock.engine.launch;

import io.penstock.engine.EngineMain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image's first program. Its JVM has the engine's options and the standard heap, so that it can
 * go on as the engine; where another heap is asked for, it becomes a JVM with that one. No shell is
 * involved: many of them drop variables with dots in their names (B-24).
 */
public final class LaunchMain {

    private static final int NOT_STARTED = 126;

    private LaunchMain() {}

    /** Becomes the engine. */
    public static void main(String[] arguments) throws Throwable {
        var limit = ContainerMemory.bytes(Path.of("/"));
        if (HeapPlan.holds(System.getenv(), limit, Runtime.getRuntime().maxMemory())) {
            EngineMain.main(arguments);
            return;
        }
        var heap = HeapPlan.of(System.getenv(), limit);
        heap.warnings().forEach(System.err::println);
        var command = command(heap, own());
        Exec.become(command);
        System.err.println("The engine's JVM " + command.getFirst() + " cannot be started.");
        System.exit(NOT_STARTED);
    }

    /** This process's command line; what the JVM tells of it is cut off after a page. */
    private static List<String> own() throws IOException {
        return List.of(Files.readString(Path.of("/proc/self/cmdline")).split("\0"));
    }

    /** The same program and options with the heap that is wanted. */
    static List<String> command(HeapPlan heap, List<String> own) {
        var main = own.indexOf(LaunchMain.class.getName());
        if (main < 0) {
            throw new IllegalStateException("not started by the name of " + LaunchMain.class);
        }
        var command = new ArrayList<>(own.subList(0, main));
        // The last one counts, and a size counts more than a share.
        command.addAll(heap.options());
        command.add(EngineMain.class.getName());
        command.addAll(own.subList(main + 1, own.size()));
        return command;
    }
}
