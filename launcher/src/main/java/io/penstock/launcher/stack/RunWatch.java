package io.penstock.launcher.stack;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.PlatformSession;
import io.penstock.launcher.client.RunView;
import io.penstock.launcher.process.ChildProcess;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows the run that an engine makes, from its start until nothing of it is left to do. */
public final class RunWatch {

    private static final long POLL_MILLIS = 200;

    private final PlatformSession session;
    private final UUID connection;
    private final Set<UUID> before;

    private RunWatch(PlatformSession session, UUID connection, Set<UUID> before) {
        this.session = session;
        this.connection = connection;
        this.before = before;
    }

    /** To be called before the engine starts: what has ended by now is not the engine's run. */
    public static RunWatch before(PlatformSession session, UUID connection) {
        var ended =
                session.runs(connection).stream()
                        .filter(RunView::ended)
                        .map(RunView::uuid)
                        .collect(Collectors.toUnmodifiableSet());
        return new RunWatch(session, connection, ended);
    }

    /** The same watch through another session, after a restart of the platform. */
    public RunWatch through(PlatformSession other) {
        return new RunWatch(other, connection, before);
    }

    /** The engine's run if it has begun. */
    public Optional<RunView> run() {
        return session.runs(connection).stream()
                .filter(run -> !before.contains(run.uuid()))
                .findFirst()
                .map(run -> session.run(run.uuid()));
    }

    /**
     * Follows the run.
     *
     * @param look called with every look at the run
     * @return the run when the engine has ended and no page of it waits any more; empty when the
     *     engine ended without one
     * @throws FaultException UNAVAILABLE when the time is over
     */
    public Optional<RunView> follow(ChildProcess engine, Duration limit, Consumer<RunView> look) {
        var end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            // In this order: a run that begins just before the engine ends must not be missed.
            var working = engine.running();
            var run = run();
            run.ifPresent(look);
            if (!working && run.map(RunView::settled).orElse(true)) {
                return run;
            }
            Pause.millis(POLL_MILLIS);
        }
        throw late(limit);
    }

    /**
     * Waits for the end of a run that no engine works on any more.
     *
     * @throws FaultException UNAVAILABLE when the time is over
     */
    public static RunView awaitEnd(PlatformSession session, UUID run, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            var look = session.run(run);
            if (look.ended()) {
                return look;
            }
            Pause.millis(POLL_MILLIS);
        }
        throw late(limit);
    }

    private static FaultException late(Duration limit) {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "RUN_LATE",
                "The run did not end within " + limit.toSeconds() + " s.",
                "");
    }
}
