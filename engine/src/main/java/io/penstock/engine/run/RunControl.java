package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Why a run must stop, if it must: the first reason stays. */
final class RunControl {

    static final String CANCELLED = "RUN_CANCELLED";
    static final String TAKEN_OVER = "RUN_TAKEN_OVER";
    static final String STOPPING = "ENGINE_STOPPING";

    private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();
    private volatile Runnable onStop = () -> {};

    /** What wakes up those who wait when the run stops. */
    void onStop(Runnable action) {
        onStop = action;
    }

    void stop(RuntimeException why) {
        if (reason.compareAndSet(null, why)) {
            onStop.run();
        }
    }

    void cancel() {
        stop(failure(CANCELLED, "A person cancelled the run."));
    }

    void shutDown() {
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
}
