package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.security.Caller;
import io.penstock.wire.EnginePaths;
import io.penstock.wire.HeartbeatAnswer;
import io.penstock.wire.OpenRun;
import io.penstock.wire.Plan;
import io.penstock.wire.PlannedSlices;
import io.penstock.wire.RunEnd;
import io.penstock.wire.RunOpened;
import io.penstock.wire.RunSummary;
import io.penstock.wire.SliceEnd;
import io.penstock.wire.SliceState;
import io.penstock.wire.SliceVerdict;
import io.penstock.wire.SplitSlice;
import io.penstock.wire.StreamState;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** What an engine calls, except for the pages themselves; see {@link EnginePaths}. */
@RestController
@RequestMapping("/engine/v1")
class EngineController {

    private final EnginePlans plans;
    private final RunDesk desk;
    private final SliceDesk slices;
    private final StreamRows streams;
    private final RunSettlement settlement;
    private final PageArrivals arrivals;

    EngineController(
            EnginePlans plans,
            RunDesk desk,
            SliceDesk slices,
            StreamRows streams,
            RunSettlement settlement,
            PageArrivals arrivals) {
        this.plans = plans;
        this.desk = desk;
        this.slices = slices;
        this.streams = streams;
        this.settlement = settlement;
        this.arrivals = arrivals;
    }

    @GetMapping("/connections/{connection}/profiles/{profile}/plan")
    Plan plan(Caller caller, @PathVariable UUID connection, @PathVariable UUID profile) {
        return plans.plan(plans.target(caller.tenantId(), connection, profile));
    }

    @PostMapping("/connections/{connection}/profiles/{profile}/runs")
    RunOpened open(
            Caller caller,
            @PathVariable UUID connection,
            @PathVariable UUID profile,
            @RequestBody OpenRun asked) {
        var target = plans.target(caller.tenantId(), connection, profile);
        if (!target.profile().active()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "PROFILE_INACTIVE",
                    "Profile '" + target.profile().name() + "' is inactive.",
                    "Set its status to Active to run it.");
        }
        return desk.open(target.connection(), target.profile(), asked);
    }

    @PutMapping("/runs/{run}/streams/{stream}/slices")
    StreamState slices(
            Caller caller,
            @PathVariable UUID run,
            @PathVariable String stream,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease,
            @RequestBody PlannedSlices plan) {
        return slices.plan(new EngineCall(caller.tenantId(), run, lease), stream, plan);
    }

    @PostMapping("/runs/{run}/streams/{stream}/slices/{slice}/split")
    SliceState split(
            Caller caller,
            @PathVariable UUID run,
            @PathVariable String stream,
            @PathVariable int slice,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease,
            @RequestBody SplitSlice cut) {
        var call = new EngineCall(caller.tenantId(), run, lease);
        return slices.split(call, new SliceName(stream, slice), cut);
    }

    @PostMapping("/runs/{run}/streams/{stream}/slices/{slice}/end")
    SliceVerdict sliceEnd(
            Caller caller,
            @PathVariable UUID run,
            @PathVariable String stream,
            @PathVariable int slice,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease,
            @RequestBody SliceEnd end) {
        var call = new EngineCall(caller.tenantId(), run, lease);
        var verdict = slices.judge(call, new SliceName(stream, slice), end);
        arrivals.signal();
        return verdict;
    }

    @PostMapping("/runs/{run}/heartbeat")
    HeartbeatAnswer heartbeat(
            Caller caller,
            @PathVariable UUID run,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease) {
        return desk.heartbeat(new EngineCall(caller.tenantId(), run, lease));
    }

    @PostMapping("/runs/{run}/end")
    RunSummary end(
            Caller caller,
            @PathVariable UUID run,
            @RequestHeader(EnginePaths.HEADER_LEASE) UUID lease,
            @RequestBody RunEnd end) {
        var runId = desk.end(new EngineCall(caller.tenantId(), run, lease), end);
        settlement.settle(caller.tenantId(), runId);
        return streams.summary(caller.tenantId(), runId);
    }
}
