package io.penstock.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The container engine of the distribution, with a store of its own. It also runs where a machine
 * gives root few rights: the host's network instead of one of its own, control groups by their
 * files, and limits of files and processes that are not above those of the machine. The store is no
 * mount of its own, so that its folder can be deleted at any time.
 */
final class Podman {

    private static final List<String> PROGRAMS = List.of("podman", "runc", "tinyproxy");
    private static final List<String> RUN =
            List.of(
                    "run",
                    "--network=host",
                    "--ulimit=nofile=20000:20000",
                    "--ulimit=nproc=4096:4096");
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Path folder;

    Podman(Path folder) {
        this.folder = folder;
    }

    /** What a command said, and its exit code. */
    record Ended(int code, String output) {}

    /**
     * Why containers cannot run here; empty when they can. What is missing is installed first.
     *
     * @param setUp the program that installs
     */
    Optional<String> missing(Path setUp) {
        var before = absent();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var said = ended(List.of(setUp.toString())).output().strip();
        return absent().map(program ->
                program
                        + " is not installed and cannot be now; as root run "
                        + "bin/setup-container-engine, which said: "
                        + said);
    }

    private static Optional<String> absent() {
        return PROGRAMS.stream().filter(program -> !installed(program)).findFirst();
    }

    private static boolean installed(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** Loads an archive and gives the image's id. */
    String load(Path tar) {
        var loaded = run("load", "-i", tar.toString());
        if (loaded.code() != 0) {
            throw new IllegalStateException("podman load: " + loaded.output());
        }
        return run("images", "-q", "--no-trunc").output().strip().lines().findFirst().orElseThrow();
    }

    /** {@code run} as the specification prints it, with what only this machine needs in front. */
    Ended start(List<String> options, Path envFile, String image) {
        var command = new ArrayList<>(RUN);
        command.addAll(options);
        command.addAll(List.of("--env-file", envFile.toString(), image));
        return run(command.toArray(String[]::new));
    }

    /** A container's facts in podman's template language. */
    String inspect(String name, String form) {
        return run("inspect", "--format=" + form, name).output().strip();
    }

    /** When a container's first program was started. */
    Instant startedAt(String name) {
        return Instant.ofEpochMilli(
                Long.parseLong(inspect(name, "{{.State.StartedAt.UnixMilli}}")));
    }

    Ended run(String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                "podman",
                                "--runtime=runc",
                                "--cgroup-manager=cgroupfs",
                                "--events-backend=file",
                                "--storage-opt=overlay.skip_mount_home=true",
                                "--root=" + folder.resolve("store"),
                                "--runroot=" + folder.resolve("run")));
        command.addAll(List.of(arguments));
        return ended(command);
    }

    private static Ended ended(List<String> command) {
        try {
            var log = Files.createTempFile("podman", ".log");
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " takes too long");
            }
            var output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            return new Ended(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
