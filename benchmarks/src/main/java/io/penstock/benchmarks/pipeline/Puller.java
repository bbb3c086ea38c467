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
import java.util.Map;
import java.util.TreeMap;

/** Lets engines pull the tenant, and takes their times. */
final class Puller {

    private static final Duration LIMIT = Duration.ofHours(2);

    private final Stack stack;
    private final Platform platform;
    private final Enrolment enrolment;
    private final ProcessWatch processes;
    private final InstantSource clock;
    private boolean good = true;

    Puller(
            Stack stack,
            Platform platform,
            Enrolment enrolment,
            ProcessWatch processes,
            InstantSource clock) {
        this.stack = stack;
        this.platform = platform;
        this.enrolment = enrolment;
        this.processes = processes;
        this.clock = clock;
    }

    /** True when every run so far was complete and balanced. */
    boolean allGood() {
        return good;
    }

    Pull pull(Database database, String... arguments) {
        var session = platform.client().signIn(enrolment.operator());
        var watch = RunWatch.before(session, enrolment.connection().uuid());
        var cpuBefore = processes.cpu();
        var begun = clock.instant();
        var engine = stack.startEngine(enrolment.engineSettings(platform.address()), arguments);
        processes.watch("engine", engine.pid());
        var run = watch.follow(engine, LIMIT, _ -> {}).orElseThrow(() -> noRun(engine.lastLines()));
        good &= run.good() && engine.awaitExit(LIMIT) == 0;
        // The platform's own times: our looks are a fifth of a second apart.
        var instants = database.instants(run.uuid());
        return new Pull(
                findings(run),
                Duration.between(begun, instants.ended()),
                Duration.between(instants.firstPage(), instants.lastPage()),
                since(cpuBefore));
    }

    private Map<String, Duration> since(Map<String, Duration> before) {
        var spent = new TreeMap<String, Duration>();
        processes
                .cpu()
                .forEach((name, time) ->
                        spent.put(name, time.minus(before.getOrDefault(name, Duration.ZERO))));
        return spent;
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
