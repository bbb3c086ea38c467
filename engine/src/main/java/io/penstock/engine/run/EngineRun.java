package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.deliver.RunTicket;
import io.penstock.source.HttpPort;
import io.penstock.source.Settings;
import io.penstock.source.SourceSession;
import io.penstock.wire.Plan;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One run from the plan to the report of its end. */
final class EngineRun {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);
    private static final long LAST_PAGES_SECONDS = 10;

    /** After these the run is not ours to end: it goes on elsewhere or later. */
    private static final Set<String> LEFT_OPEN = Set.of(RunControl.TAKEN_OVER, RunControl.STOPPING);

    private final PlatformClient platform;
    private final HttpPort vendorNet;
    private final Sources sources;
    private final RunControl control;
    private final Retries toPlatform;
    private final Retries toVendor;
    private final Retries whileHeld;

    EngineRun(
            PlatformClient platform,
            HttpPort vendorNet,
            Sources sources,
            RetryLimits limits,
            RunControl control) {
        this.platform = platform;
        this.vendorNet = vendorNet;
        this.sources = sources;
        this.control = control;
        this.toPlatform = Retries.of(Side.PLATFORM, limits);
        this.toVendor = Retries.of(Side.VENDOR, limits);
        this.whileHeld = Retries.whileHeld(limits);
    }

    /**
     * @throws CallFailed when a call failed for good, after the platform was told if it could be
     */
    ExitCode execute(int threads, String trigger) {
        var plan = toPlatform.call(platform::plan);
        if (plan.version() > Plan.VERSION) {
            throw new CallFailed(Side.PLATFORM, newer(plan), new IllegalStateException("version"));
        }
        if (!plan.active()) {
            LOG.info("Profile '{}' is inactive, so there is nothing to do.", plan.profileName());
            return ExitCode.COMPLETE;
        }
        try (var session = open(plan)) {
            var opened = openRun(trigger);
            LOG.info(
                    "{} run {} of connection '{}', profile '{}'.",
                    opened.resumed() ? "Going on with" : "Started",
                    opened.run(),
                    plan.connectionName(),
                    plan.profileName());
            return read(plan, session, opened, threads);
        }
    }

    private static Fault newer(Plan plan) {
        return Fault.of(
                FaultKind.CONFIGURATION,
                "PLATFORM_NEWER",
                "The platform speaks version "
                        + plan.version()
                        + " of the protocol, this engine "
                        + Plan.VERSION
                        + ".",
                "Use the engine image of the platform's version.");
    }

    private SourceSession open(Plan plan) {
        return toVendor.call(() ->
                sources.find(plan.connectorKey()).open(new Settings(plan.settings()), vendorNet));
    }

    private RunOpened openRun(String trigger) {
        var message = EngineIdentity.openRun(trigger);
        return whileHeld.call(() -> toPlatform.attempt(() -> platform.open(message)));
    }

    private ExitCode read(Plan plan, SourceSession session, RunOpened opened, int threads) {
        var ticket = new RunTicket(opened.run(), opened.lease());
        var lease = Duration.ofSeconds(opened.leaseSeconds());
        try (var _ = Heartbeat.start(platform, ticket, lease, control)) {
            readAll(plan, session, opened, threads);
            var read = new RunEnd(RunEnd.Outcome.READ, "", "");
            return report(toPlatform.call(() -> platform.end(ticket, read)));
        } catch (CallFailed e) {
            tell(ticket, e.fault(), e.side());
            throw e;
        } catch (FaultException e) {
            tell(ticket, e.fault(), Side.VENDOR);
            throw e;
        } catch (RuntimeException e) {
            tell(ticket, defect(), Side.VENDOR);
            throw e;
        }
    }

    private static Fault defect() {
        return Fault.of(
                FaultKind.INTERNAL,
                "ENGINE_DEFECT",
                "The engine failed by a defect; its log has the details.");
    }

    private void readAll(Plan plan, SourceSession session, RunOpened opened, int threads) {
        var deliveries = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var crew = new Crew(platform, toPlatform, toVendor, deliveries, control);
            new RunReading(crew, session, opened, threads).read(plan.streams());
        } finally {
            finish(deliveries);
        }
    }

    /** Pages on their way get a moment to arrive, whatever ended the reading. */
    private static void finish(ExecutorService deliveries) {
        deliveries.shutdown();
        try {
            if (!deliveries.awaitTermination(LAST_PAGES_SECONDS, TimeUnit.SECONDS)) {
                deliveries.shutdownNow();
            }
        } catch (InterruptedException e) {
            deliveries.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void tell(RunTicket ticket, Fault fault, Side side) {
        if (LEFT_OPEN.contains(fault.code())) {
            return;
        }
        var end =
                fault.code().equals(RunControl.CANCELLED)
                        ? new RunEnd(RunEnd.Outcome.CANCELLED, "", fault.sentence())
                        : new RunEnd(RunEnd.Outcome.FAILED, fault.code(), fault.sentence());
        try {
            // A platform that just failed a call is told once, not for another twenty minutes.
            if (side == Side.PLATFORM) {
                platform.end(ticket, end);
            } else {
                toPlatform.attempt(() -> platform.end(ticket, end));
            }
        } catch (FaultException e) {
            LOG.warn("The platform could not be told that the run failed. {}", e.getMessage());
        }
    }

    private static ExitCode report(RunSummary summary) {
        for (var stream : summary.streams()) {
            LOG.info(
                    "{}: the vendor has {}, received {}, distinct {}, in {} pages.",
                    stream.stream(),
                    stream.vendorTotal(),
                    stream.received(),
                    stream.distinct(),
                    stream.pages());
        }
        if (summary.complete()) {
            LOG.info("The run is complete.");
            return ExitCode.COMPLETE;
        }
        LOG.error("The run is not complete. {}", summary.reason());
        return ExitCode.FAILED;
    }
}
