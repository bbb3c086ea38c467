package io.penstock.engine.read;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.retry.Retries;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Why a run must stop, if it must: the first reason stays. */
public final class RunControl {

    public static final String CANCELLED = "RUN_CANCELLED";
    public static final String TAKEN_OVER = "RUN_TAKEN_OVER";
    public static final String STOPPING = Retries.STOPPING;

    private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();
    private volatile Runnable onStop = () -> {};

    /** What wakes up those who wait when the run stops; at once when it has stopped already. */
    void onStop(Runnable action) {
        onStop = action;
        if (stopped()) {
            action.run();
        }
    }

    public void stop(RuntimeException why) {
        if (reason.compareAndSet(null, why)) {
            onStop.run();
        }
    }

    public void cancel() {
        stop(failure(CANCELLED, "A person cancelled the run."));
    }

    public void shutDown() {
        stop(failure(STOPPING, "The engine was told to stop; the next run goes on from here."));
    }

    private static FaultException failure(String code, String message) {
        return new FaultException(Fault.of(FaultKind.CONFLICT, code, message));
    }

    Optional<RuntimeException> reason() {
        return Optional.ofNullable(reason.get());
    }

    boolean stopped() {
        return reason.get() != null;
    }

    /** Ends the caller's work when the run must stop. */
    void check() {
        var why = reason.get();
        if (why != null) {
            throw why;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
    }

    /** For a wait that was interrupted: restores the flag and says why the work ends. */
    RuntimeException wokenUp() {
        Thread.currentThread().interrupt();
        return reason().orElseGet(RunControl::interrupted);
    }

    private static FaultException interrupted() {
        return failure(STOPPING, "The engine is stopping.");
    }
}
