package io.penstock.simulator.conformance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The client under test, as a command of the shell.
 *
 * @param command given to {@code sh -c} as it is
 * @param identity environment variables that say who the client is
 * @param time after which it is ended
 * @param calls after which it is ended
 * @param logs directory for its output, or nothing to drop it
 */
public record Client(
        String command,
        Map<String, String> identity,
        Duration time,
        long calls,
        @Nullable Path logs) {

    /** Environment variable with the simulation's base address. */
    public static final String URL = "PENSTOCK_SIMULATOR_URL";

    /** Environment variable with the file the client may write its records into. */
    public static final String IDS = "PENSTOCK_SIMULATOR_IDS";

    private static final int LOOK_MILLIS = 50;

    public Client {
        identity = Map.copyOf(identity);
    }

    /**
     * Runs it to its end.
     *
     * @param environment what it is told on top of who it is
     * @param made asked for the calls it made so far
     * @return its exit code, or nothing when it had to be ended
     */
    OptionalInt run(String name, Map<String, String> environment, LongSupplier made)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
        builder.environment().putAll(identity);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output(name));
        Process process = builder.start();
        // A score card that is itself ended must not leave a client behind.
        Thread last = Thread.ofPlatform().unstarted(() -> end(process));
        Runtime.getRuntime().addShutdownHook(last);
        try {
            process.getOutputStream().close();
            return ended(process, made);
        } finally {
            end(process);
            process.waitFor();
            forget(last);
        }
    }

    private OptionalInt ended(Process process, LongSupplier made) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0 || made.getAsLong() > calls) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(process.exitValue());
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The machine is ending: the hook runs now, and ends a client that is gone already.
        }
    }

    private ProcessBuilder.Redirect output(String name) {
        return logs == null
                ? ProcessBuilder.Redirect.DISCARD
                : ProcessBuilder.Redirect.to(logs.resolve(name + ".log").toFile());
    }

    @Override
    public String toString() {
        return "Client[" + command + "]";
    }
}
