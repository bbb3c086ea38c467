package io.penstock.launcher.process;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;

/**
 * A running child. It ends with {@link #close}, with the launcher's own end, or by itself; only
 * ever through its own handle.
 */
public final class ChildProcess implements AutoCloseable {

    /** How long a child may take to end in good order; the platform also stops its database. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ChildSpec spec;
    private final Process process;
    private final ChildOutput output;
    private final Thread atOurEnd;

    private ChildProcess(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
        this.output = new ChildOutput(spec, process);
        this.atOurEnd = Thread.ofPlatform().name("end of " + spec.name()).unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(atOurEnd);
    }

    /**
     * @throws FaultException CONFIGURATION when the program cannot be started
     */
    public static ChildProcess start(ChildSpec spec) {
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(spec.command()).redirectErrorStream(true);
            builder.environment().putAll(spec.environment());
            return new ChildProcess(spec, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("The " + spec.name() + " cannot be started", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public ChildSpec spec() {
        return spec;
    }

    public boolean running() {
        return process.isAlive();
    }

    /** The mark's line if it has come already. */
    public Optional<MatchResult> found(String mark) {
        return output.now(mark);
    }

    /**
     * Waits for a mark.
     *
     * @throws FaultException UNAVAILABLE when the child ends first, or the time is over
     */
    public MatchResult await(String mark, Duration limit) {
        try {
            return output.await(mark, limit.toSeconds()).orElseThrow(this::endedEarly);
        } catch (TimeoutException e) {
            throw notReady(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReady(limit);
        }
    }

    /**
     * Waits for the end.
     *
     * @return the exit code
     * @throws FaultException UNAVAILABLE when the time is over
     */
    public int awaitExit(Duration limit) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                output.awaitEnd();
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new FaultException(
                FaultKind.UNAVAILABLE,
                "CHILD_LATE",
                "The " + spec.name() + " did not end within " + limit.toSeconds() + " s.",
                "See " + spec.log() + ".");
    }

    /** The last lines of output, for a message. */
    public String lastLines() {
        return output.lastLines();
    }

    /** Ends the child without notice, as a power cut would. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitExit(GRACE);
        forget();
    }

    /** Asks the child to end, and ends it when it does not. */
    @Override
    public void close() {
        end();
        forget();
    }

    /** The fault of a child that ended although it was needed. */
    public FaultException endedEarly() {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "CHILD_ENDED",
                "The "
                        + spec.name()
                        + " ended early with exit code "
                        + awaitExit(GRACE)
                        + ": "
                        + lastLines(),
                "See " + spec.log() + ".");
    }

    private FaultException notReady(Duration limit) {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "CHILD_NOT_READY",
                "The " + spec.name() + " was not ready within " + limit.toSeconds() + " s.",
                "See " + spec.log() + ".");
    }

    private void end() {
        // By the handle: Process.destroy would also cut off the child's last lines of output.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                process.toHandle().destroyForcibly();
            }
            output.awaitEnd();
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atOurEnd);
        } catch (IllegalStateException e) {
            // The launcher is ending: its hook runs anyway and finds the child gone.
            return;
        }
    }
}
