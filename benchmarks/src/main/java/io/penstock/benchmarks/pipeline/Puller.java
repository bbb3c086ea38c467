package io.penstock.benchmarks.pipeline;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;
import io.penstock.launcher.stack.Enrolment;
import io.penstock.launcher.stack.Platform;
import io.penstock.launcher.stack.RunWatch;
import io.penstock.launcher.stack.Stack;

import java.time.Duration;
import java.time.InstantSource;

/** Lets engines pull the tenant, and takes their times. */
final class Puller {

    private static final Duration LIMIT = Duration.ofHours(2);

    private final Stack stack;
    private final Platform platform;
    private final Enrolment enrolment;
    private final MemoryWatch memory;
    private final InstantSource clock;
    private boolean good = true;

    Puller(
            Stack stack,
            Platform platform,
            Enrolment enrolment,
            MemoryWatch memory,
            InstantSource clock) {
        this.stack = stack;
        this.platform = platform;
        this.enrolment = enrolment;
        this.memory = memory;
        this.clock = clock;
    }

    /** True when every run so far was complete and balanced. */
    boolean allGood() {
        return good;
    }

    Pull pull(Database database) {
        var session = platform.client().signIn(enrolment.operator());
        var watch = RunWatch.before(session, enrolment.connection().uuid());
        var begun = clock.instant();
        var engine = stack.startEngine(enrolment.engineSettings(platform.address()));
        memory.watch("engine", engine.pid());
        var run = watch.follow(engine, LIMIT, _ -> {}).orElseThrow(() -> noRun(engine.lastLines()));
        good &= run.good() && engine.awaitExit(LIMIT) == 0;
        // The platform's own times: our looks are a fifth of a second apart.
        var instants = database.instants(run.uuid());
        return new Pull(
                findings(run),
                Duration.between(begun, instants.ended()),
                Duration.between(instants.firstPage(), instants.lastPage()));
    }

    private static long findings(RunView run) {
        return run.stream("vulnerabilities").map(StreamLedger::received).orElse(0L);
    }

    private static FaultException noRun(String output) {
        return new FaultException(
                FaultKind.UNAVAILABLE,
                "BENCH_NO_RUN",
                "The engine ended without a run: " + output,
                "");
    }
}
