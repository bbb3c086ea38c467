package io.penstock.platform.api;

import io.penstock.platform.api.IdentificationController.SimulationInput;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.Proposal;
import io.penstock.platform.identity.Simulation;
import io.penstock.platform.identity.SimulationDesk;
import io.penstock.platform.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Simulations of identification rules that run in the background. */
@RestController
class SimulationsController {

    private static final int ROWS_MAX = 20;

    private final SimulationDesk desk;
    private final Connections connections;

    SimulationsController(SimulationDesk desk, Connections connections) {
        this.desk = desk;
        this.connections = connections;
    }

    record SimulationsJson(List<Simulation> rows) {}

    /**
     * Begin a simulation and do not wait for its end; one runs at a time.
     *
     * @return the simulation, to ask for its progress
     */
    @PostMapping("/api/v1/identification/simulation-jobs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Simulation begin(Caller caller, @RequestBody SimulationInput input) {
        var tenantId = caller.tenantId();
        var uuid = input.connection();
        var proposal =
                new Proposal(
                        uuid == null ? null : connections.require(tenantId, uuid),
                        RuleJson.choices(input.rules()),
                        input.rule() == null ? null : input.rule().typed());
        return desk.begin(tenantId, caller.username(), proposal);
    }

    /**
     * The last simulations, newest first.
     *
     * @return simulations with their progress
     */
    @GetMapping("/api/v1/identification/simulation-jobs")
    SimulationsJson all(Caller caller, @RequestParam(defaultValue = "20") int limit) {
        return new SimulationsJson(desk.newest(caller.tenantId(), Limits.checked(limit, ROWS_MAX)));
    }

    /**
     * One simulation, its progress and its result.
     *
     * @return the simulation
     */
    @GetMapping("/api/v1/identification/simulation-jobs/{id}")
    Simulation one(Caller caller, @PathVariable UUID id) {
        return desk.require(caller.tenantId(), id);
    }

    /**
     * Let a simulation end before its time.
     *
     * @return the simulation
     */
    @PostMapping("/api/v1/identification/simulation-jobs/{id}/cancel")
    Simulation cancel(Caller caller, @PathVariable UUID id) {
        return desk.cancel(caller.tenantId(), id);
    }
}
