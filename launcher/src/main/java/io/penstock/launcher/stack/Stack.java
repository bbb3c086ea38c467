package io.penstock.launcher.stack;

import io.penstock.core.fault.FaultException;
import io.penstock.launcher.process.ChildProcess;
import io.penstock.launcher.process.ChildSpec;
import io.penstock.launcher.process.OutputMark;
import io.penstock.launcher.stack.Installation.Program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The processes of one installation. What it started it stops, the newest first.
 *
 * <p>Everything is below one directory: {@code platform} is the platform's own, {@code logs} has
 * the output of each process.
 */
public final class Stack implements AutoCloseable {

    private static final Duration SIMULATOR_LIMIT = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 500;
    private static final String READY = "ready";
    private static final String SECRET_VARIABLE = "PENSTOCK_SIMULATOR_SECRET";

    private final Installation installation;
    private final Path data;
    private final Deque<Runnable> running = new ArrayDeque<>();
    private final List<ChildProcess> servers = new ArrayList<>();

    public Stack(Installation installation, Path data) {
        this.installation = installation;
        this.data = data.toAbsolutePath();
    }

    /** Where the platform keeps its data. */
    public Path platformData() {
        return data.resolve("platform");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /**
     * Starts the platform and waits until it answers.
     *
     * @param port 0 for any free one
     * @param settings more of its settings, such as {@code --penstock.intake.lease=5s}
     */
    public Platform startPlatform(int port, String... settings) {
        var chosen = port == 0 ? freePort() : port;
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=" + chosen);
        arguments.add("--penstock.data=" + platformData());
        arguments.addAll(List.of(settings));
        var process =
                ChildProcess.start(
                        new ChildSpec(
                                "platform",
                                installation.command(Program.PLATFORM, arguments),
                                Map.of(),
                                logs().resolve("platform.log"),
                                List.of(Platform.FIRST_PASSWORD_MARK)));
        var platform =
                Platform.ready(
                        process,
                        URI.create("http://127.0.0.1:" + chosen),
                        new PostgresFiles(platformData()));
        running.push(platform::close);
        servers.add(process);
        return platform;
    }

    /**
     * Starts the simulator and waits until it listens.
     *
     * @param port 0 for any free one
     */
    public Simulator startSimulator(SimulatedTenant tenant, int port) {
        var arguments = new ArrayList<>(tenant.arguments());
        arguments.addAll(List.of("--port", Integer.toString(port)));
        var process =
                ChildProcess.start(
                        new ChildSpec(
                                "simulator",
                                installation.command(Program.SIMULATOR, arguments),
                                Map.of(SECRET_VARIABLE, tenant.client().secret()),
                                logs().resolve("simulator.log"),
                                List.of(OutputMark.open(READY, "ready on (http://\\S+)"))));
        running.push(process::close);
        servers.add(process);
        var address = URI.create(process.await(READY, SIMULATOR_LIMIT).group(1));
        return new Simulator(process, address);
    }

    /**
     * Starts an engine, which runs once and ends.
     *
     * @param arguments its command, such as {@code run --full}; none runs
     */
    public ChildProcess startEngine(EngineSettings settings, String... arguments) {
        var process =
                ChildProcess.start(
                        new ChildSpec(
                                "engine",
                                installation.command(Program.ENGINE, List.of(arguments)),
                                settings.keys(),
                                logs().resolve("engine.log"),
                                List.of()));
        running.push(process::close);
        return process;
    }

    /**
     * Blocks while the servers run; returns when this process is told to end.
     *
     * @throws FaultException when a server ends by itself
     */
    public void awaitEnd() {
        while (true) {
            for (var server : servers) {
                if (!server.running() && endingToo()) {
                    return;
                }
                if (!server.running()) {
                    throw server.endedEarly();
                }
            }
            Pause.millis(LOOK_MILLIS);
        }
    }

    /** Ctrl-C reaches every process of the terminal, and a server may be gone before we know. */
    private static boolean endingToo() {
        Pause.millis(LOOK_MILLIS);
        var probe = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            // Hooks are refused once the machine is ending: that is the answer.
            return true;
        }
    }

    /** Stops everything that still runs. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().run();
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
