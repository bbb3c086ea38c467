package io.penstock.engine.run;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.engine.deliver.PlatformClient;
import io.penstock.engine.deliver.RunTicket;
import io.penstock.engine.log.RunMark;
import io.penstock.engine.read.JobTally;
import io.penstock.engine.read.ReadJob;
import io.penstock.engine.read.ReadLimits;
import io.penstock.engine.read.RunControl;
import io.penstock.engine.retry.CallFailed;
import io.penstock.engine.retry.Retries;
import io.penstock.engine.retry.Side;
import io.penstock.source.HttpPort;
import io.penstock.source.SourceSession;
import io.penstock.wire.OpenRun;
import io.penstock.wire.Plan;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Locale;

/** One run from the plan to the report of its end. */
final class EngineRun {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);

    /** A stop has ten seconds in all. */
    private static final Duration RELEASE_MAX = Duration.ofSeconds(2);

    private final PlatformClient platform;
    private final HttpPort vendorNet;
    private final Sources sources;
    private final ReadLimits limits;
    private final RunControl control;
    private final JobTally tally;
    private final Retries toPlatform;
    private final Retries toVendor;
    private final Retries whileHeld;

    EngineRun(
            PlatformClient platform,
            HttpPort vendorNet,
            Sources sources,
            ReadLimits limits,
            RunControl control,
            JobTally tally) {
        this.platform = platform;
        this.vendorNet = vendorNet;
        this.sources = sources;
        this.limits = limits;
        this.control = control;
        this.tally = tally;
        this.toPlatform = Retries.of(Side.PLATFORM, limits.retries(), tally.platform());
        this.toVendor = Retries.of(Side.VENDOR, limits.retries(), tally.vendor());
        this.whileHeld = Retries.whileHeld(limits.retries());
    }

    /**
     * @throws CallFailed when a call failed for good, after the platform was told if it could be
     */
    ExitCode execute(OpenRun message) {
        var plan = toPlatform.call(platform::plan);
        if (!plan.active()) {
            LOG.info("Profile '{}' is inactive, so there is nothing to do.", plan.profileName());
            return ExitCode.COMPLETE;
        }
        try (var session = toVendor.call(() -> sources.open(plan, vendorNet))) {
            var opened = whileHeld.call(() -> toPlatform.attempt(() -> platform.open(message)));
            LOG.info(
                    "{} {} run {} of connection '{}', profile '{}'.",
                    opened.resumed() ? "Going on with" : "Started",
                    opened.kind().toLowerCase(Locale.ROOT),
                    opened.run(),
                    plan.connectionName(),
                    plan.profileName());
            return read(plan, session, opened);
        }
    }

    private ExitCode read(Plan plan, SourceSession session, RunOpened opened) {
        var ticket = new RunTicket(opened.run(), opened.lease());
        var lease = Duration.ofSeconds(opened.leaseSeconds());
        try (var _ = RunMark.on(opened.run());
                var _ = Heartbeat.start(platform, ticket, lease, control)) {
            var job = new ReadJob(session, platform.intake(ticket), limits, control, tally);
            LOG.debug("Read: {}.", job.read(RunStreams.of(plan, opened)));
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

    private void tell(RunTicket ticket, Fault fault, Side side) {
        if (fault.code().equals(RunControl.STOPPING)) {
            giveBack(ticket);
            return;
        }
        if (fault.code().equals(RunControl.TAKEN_OVER)) {
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
        } catch (FaultException | CallFailed e) {
            LOG.warn("The platform could not be told that the run failed. {}", e.getMessage());
        }
    }

    /** Else the next engine would wait for the lease's end. */
    private void giveBack(RunTicket ticket) {
        try {
            platform.release(ticket, RELEASE_MAX);
            LOG.info("The run was given back; the next engine goes on with it.");
        } catch (FaultException e) {
            LOG.warn("The run goes on when its lease has ended. {}", e.getMessage());
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
