package io.penstock.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The distribution's Chromium. It is looked for, and installed by the distribution's own means; the
 * tests download no browser.
 */
final class Chromium {

    /** Says where another one is. */
    private static final String VARIABLE = "CHROMIUM";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Chromium() {}

    /** Either the program, or one sentence that says why there is none. */
    record Found(Optional<Path> program, String why) {}

    /**
     * Looks for it, and installs it when it is missing.
     *
     * @param setUp the program that installs
     */
    static Found find(Path setUp) {
        var before = look(System.getenv());
        if (before.isPresent()) {
            return new Found(before, "");
        }
        var said = output(setUp);
        var after = look(System.getenv());
        return new Found(
                after,
                after.isPresent()
                        ? ""
                        : "Chromium is not installed and cannot be now; as root run"
                                + " bin/setup-browser, which said: "
                                + said);
    }

    static Optional<Path> look(Map<String, String> environment) {
        var path = environment.getOrDefault("PATH", "").split(":");
        var usual =
                NAMES.stream().flatMap(name -> Stream.of(path).map(place -> Path.of(place, name)));
        return Stream.concat(Stream.ofNullable(environment.get(VARIABLE)).map(Path::of), usual)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String output(Path program) {
        try {
            var log = Files.createTempFile("setup-browser", ".log");
            var process =
                    new ProcessBuilder(program.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            var said = Files.readString(log, StandardCharsets.UTF_8).strip();
            Files.delete(log);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
