package io.penstock.launcher.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;

/** Copies a child's output to its log file, keeps the last lines and finds the marks. */
final class ChildOutput {

    private static final int LINES_KEPT = 20;

    private final ChildSpec spec;
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, CompletableFuture<Optional<MatchResult>>> found = new HashMap<>();
    private final Thread pump;

    ChildOutput(ChildSpec spec, Process process) {
        this.spec = spec;
        spec.marks().forEach(mark -> found.put(mark.name(), new CompletableFuture<>()));
        this.pump =
                Thread.ofPlatform()
                        .name("output of " + spec.name())
                        .daemon()
                        .start(() -> pump(process.inputReader(StandardCharsets.UTF_8)));
    }

    /** Empty when the output ended without the mark. */
    Optional<MatchResult> await(String mark, long seconds)
            throws InterruptedException, TimeoutException {
        try {
            return future(mark).get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("output of " + spec.name() + " was lost", e);
        }
    }

    Optional<MatchResult> now(String mark) {
        return future(mark).getNow(Optional.empty());
    }

    void awaitEnd() throws InterruptedException {
        pump.join();
    }

    synchronized String lastLines() {
        return String.join("\n", last);
    }

    private CompletableFuture<Optional<MatchResult>> future(String mark) {
        var future = found.get(mark);
        if (future == null) {
            throw new IllegalArgumentException(spec.name() + " has no mark '" + mark + "'");
        }
        return future;
    }

    private void pump(BufferedReader output) {
        try (output;
                var log =
                        Files.newBufferedWriter(
                                spec.log(),
                                StandardCharsets.UTF_8,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                keep(look(line), log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("log " + spec.log(), e);
        } finally {
            found.values().forEach(future -> future.complete(Optional.empty()));
        }
    }

    /** What may be kept of a line. */
    private String look(String line) {
        var kept = line;
        for (var mark : spec.marks()) {
            var matcher = mark.pattern().matcher(line);
            if (matcher.find()) {
                future(mark.name()).complete(Optional.of(matcher.toMatchResult()));
                kept = mark.confidential() ? "[" + mark.name() + ": not logged]" : kept;
            }
        }
        return kept;
    }

    private synchronized void keep(String line, Writer log) throws IOException {
        last.addLast(line);
        if (last.size() > LINES_KEPT) {
            last.removeFirst();
        }
        log.write(line + "\n");
        log.flush();
    }
}
