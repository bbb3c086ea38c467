package io.penstock.engine.run;

import io.penstock.core.fault.FaultException;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.retry.Retries;
import io.penstock.engine.retry.RetryLimits;
import io.penstock.engine.retry.Side;
import io.penstock.source.CheckStep;
import io.penstock.source.HttpPort;
import io.penstock.source.SourceSession;
import io.penstock.wire.CheckReport;
import io.penstock.wire.Plan;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Tries whether the connection can work, without a run, and tells the platform. */
final class ConnectionCheck {

    private static final String SETTINGS = "Settings";
    private static final String TEST = "Test";

    /**
     * @param code COMPLETE when no step failed
     */
    record Result(List<CheckStep> steps, ExitCode code) {

        Result {
            steps = List.copyOf(steps);
        }
    }

    private final PlatformClient platform;
    private final HttpPort vendorNet;
    private final Sources sources;
    private final Retries toPlatform;

    ConnectionCheck(
            PlatformClient platform, HttpPort vendorNet, Sources sources, RetryLimits limits) {
        this.platform = platform;
        this.vendorNet = vendorNet;
        this.sources = sources;
        this.toPlatform = Retries.of(Side.PLATFORM, limits);
    }

    /**
     * Asks the platform for the connection's settings and tries them. A fault of the vendor or of a
     * setting is a step that failed.
     *
     * @throws io.penstock.engine.retry.CallFailed when the platform does not say them
     */
    Result make() {
        Plan plan = toPlatform.call(platform::plan);
        try (var session = sources.open(plan, vendorNet)) {
            var steps = steps(session);
            var failed = steps.stream().anyMatch(s -> s.outcome() == CheckStep.Outcome.FAILED);
            return new Result(steps, failed ? ExitCode.VENDOR_REFUSED : ExitCode.COMPLETE);
        } catch (FaultException e) {
            return new Result(List.of(failed(SETTINGS, e)), ExitCode.CONFIGURATION);
        }
    }

    private static List<CheckStep> steps(SourceSession session) {
        try {
            return session.check().stream().limit(CheckReport.STEPS_MAX).toList();
        } catch (FaultException e) {
            return List.of(failed(TEST, e));
        }
    }

    private static CheckStep failed(String name, FaultException e) {
        var fault = e.fault();
        return new CheckStep(name, CheckStep.Outcome.FAILED, 0, fault.message(), fault.hint());
    }

    /**
     * @param order the platform's order the test answers, or null
     * @throws io.penstock.engine.retry.CallFailed when the platform will not have it
     */
    void report(@Nullable UUID order, Result result) {
        var steps =
                result.steps().stream()
                        .map(s ->
                                new CheckReport.Step(
                                        s.name(),
                                        s.outcome().name(),
                                        s.millis(),
                                        s.sentence(),
                                        s.hint()))
                        .toList();
        var report = new CheckReport(order, EngineIdentity.version(), EngineIdentity.host(), steps);
        toPlatform.call(() -> {
            platform.report(report);
            return report;
        });
    }
}
