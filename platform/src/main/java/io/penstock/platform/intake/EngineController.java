package io.penstock.platform.intake;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
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
import io.penstock.wire.SliceVerdict;
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

    private final Connections connections;
    private final Catalogue catalogue;
    private final RunDesk desk;
    private final PageIntake intake;
    private final SliceRows slices;
    private final RunSettlement settlement;

    EngineController(
            Connections connections,
            Catalogue catalogue,
            RunDesk desk,
            PageIntake intake,
            SliceRows slices,
            RunSettlement settlement) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.desk = desk;
        this.intake = intake;
        this.slices = slices;
        this.settlement = settlement;
    }

    private record Target(Connection connection, Profile profile) {}

    @GetMapping("/connections/{connection}/profiles/{profile}/plan")
    Plan plan(Caller caller, @PathVariable UUID connection, @PathVariable UUID profile) {
        var target = target(caller, connection, profile);
        var source = catalogue.find(target.connection().connectorKey()).orElseThrow();
        return new Plan(
                Plan.VERSION,
                source.key(),
                target.connection().name(),
                target.profile().name(),
                target.profile().active(),
                connections.settingsWithSecrets(target.connection()),
                source.streams().stream().map(s -> s.name().text()).toList());
    }

    @PostMapping("/connections/{connection}/profiles/{profile}/runs")
    RunOpened open(
            Caller caller,
            @PathVariable UUID connection,
            @PathVariable UUID profile,
            @RequestBody OpenRun asked) {
        var target = target(caller, connection, profile);
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
        return intake.plan(new EngineCall(caller.tenantId(), run, lease), stream, plan);
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
        var verdict = intake.judge(call, stream, slice, end);
        intake.arrived();
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
        return slices.summary(caller.tenantId(), runId);
    }

    private Target target(Caller caller, UUID connectionUuid, UUID profileUuid) {
        var connection =
                connections
                        .find(caller.tenantId(), connectionUuid)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "CONNECTION_UNKNOWN",
                                        "There is no connection " + connectionUuid + ".",
                                        "Copy qualys.connectionUuid from the connection's"
                                                + " page in the console."));
        var profile =
                connections
                        .profile(connection, profileUuid)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "PROFILE_UNKNOWN",
                                        "Connection '"
                                                + connection.name()
                                                + "' has no profile "
                                                + profileUuid
                                                + ".",
                                        "Copy qualys.profileUuid from the connection's page"
                                                + " in the console."));
        return new Target(connection, profile);
    }
}
