package io.penstock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.testkit.SourceTree;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/penstock} as a person starts it, from another directory than the checkout.
 *
 * @param folder where it is started
 */
record Penstock(Path folder) {

    private static final long LIMIT_MINUTES = 2;

    /** What it printed until it ended. */
    record Ended(int code, String output) {}

    /**
     * One that goes on.
     *
     * @param output what it printed so far
     */
    record Serving(Process process, String output) implements AutoCloseable {

        /** Ends it, and waits for what it started to end with it. */
        @Override
        public void close() {
            var all = new ArrayList<>(process.descendants().toList());
            all.add(process.toHandle());
            process.destroy();
            var ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(ends).orTimeout(LIMIT_MINUTES, TimeUnit.MINUTES).join();
        }
    }

    Ended run(List<String> arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), text);
        } finally {
            process.destroy();
        }
    }

    /** Starts it and waits for a line that holds this. */
    Serving serve(String mark, List<String> arguments) throws IOException {
        var process = start(arguments);
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var output = new StringBuilder();
        var line = lines.readLine();
        while (line != null && !line.contains(mark)) {
            output.append(line).append('\n');
            line = lines.readLine();
        }
        assertThat(line).as(output.toString()).isNotNull();
        return new Serving(process, output.toString());
    }

    private Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(SourceTree.root().resolve("bin").resolve("penstock").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        // The build is going on around this test.
        builder.environment().put("PENSTOCK_NO_BUILD", "1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true).start();
    }
}
