package io.penstock.launcher.stack;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.Credentials;
import io.penstock.launcher.client.PlatformClient;
import io.penstock.launcher.process.ChildProcess;
import io.penstock.launcher.process.OutputMark;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A running platform. */
public final class Platform implements AutoCloseable {

    static final String FIRST_PASSWORD = "first password";
    static final OutputMark FIRST_PASSWORD_MARK =
            OutputMark.confidential(FIRST_PASSWORD, "PENSTOCK_FIRST_PASSWORD (\\S+) (\\S+)");

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration PASSWORD_LIMIT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 100;

    private final ChildProcess process;
    private final PlatformClient client;
    private final PostgresFiles postgres;
    private boolean killed;

    private Platform(ChildProcess process, PlatformClient client, PostgresFiles postgres) {
        this.process = process;
        this.client = client;
        this.postgres = postgres;
    }

    static Platform ready(ChildProcess process, URI address, PostgresFiles postgres) {
        var platform = new Platform(process, new PlatformClient(address), postgres);
        try {
            platform.awaitHealth();
            return platform;
        } catch (FaultException e) {
            platform.close();
            throw e;
        }
    }

    public PlatformClient client() {
        return client;
    }

    public URI address() {
        return client.address();
    }

    public ChildProcess process() {
        return process;
    }

    /** The first user and its one-time password if this start printed it. */
    public Optional<Credentials> firstPassword() {
        return process.found(FIRST_PASSWORD)
                .map(line -> new Credentials(line.group(1), line.group(2)));
    }

    /** Waits for the one-time password of a platform that has never run before. */
    public Credentials awaitFirstPassword() {
        var line = process.await(FIRST_PASSWORD, PASSWORD_LIMIT);
        return new Credentials(line.group(1), line.group(2));
    }

    /** How to get at its embedded PostgreSQL. */
    public PostgresFiles postgres() {
        return postgres;
    }

    /** Ends the platform without notice; its PostgreSQL is left running, as after a real crash. */
    public void kill() {
        client.close();
        process.kill();
        killed = true;
    }

    /** Stops the platform, or the PostgreSQL that a killed one left behind. */
    @Override
    public void close() {
        client.close();
        process.close();
        if (killed) {
            postgres.endServer();
        }
    }

    private void awaitHealth() {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!client.healthy()) {
            if (!process.running()) {
                throw process.endedEarly();
            }
            if (System.nanoTime() > end) {
                throw new FaultException(
                        FaultKind.UNAVAILABLE,
                        "PLATFORM_NOT_READY",
                        "The platform was not ready within " + START_LIMIT.toSeconds() + " s.",
                        "See " + process.spec().log() + ".");
            }
            Pause.millis(POLL_MILLIS);
        }
    }
}
