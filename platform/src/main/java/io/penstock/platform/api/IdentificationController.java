package io.penstock.platform.api;

import io.penstock.platform.api.RuleJson.ChoiceInput;
import io.penstock.platform.api.RuleJson.RuleInput;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.AssetIdentities;
import io.penstock.platform.identity.AssetIdentity;
import io.penstock.platform.identity.IdentityJob;
import io.penstock.platform.identity.IdentityJobs;
import io.penstock.platform.identity.Proposal;
import io.penstock.platform.identity.Simulations;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Why assets are what they are, and what other rules would make of them. */
@RestController
class IdentificationController {

    private static final int JOBS_MAX = 100;

    private final AssetIdentities identities;
    private final Simulations simulations;
    private final Connections connections;
    private final IdentityJobs jobs;

    IdentificationController(
            AssetIdentities identities,
            Simulations simulations,
            Connections connections,
            IdentityJobs jobs) {
        this.identities = identities;
        this.simulations = simulations;
        this.connections = connections;
        this.jobs = jobs;
    }

    record JobsJson(List<IdentityJob> rows) {}

    /**
     * @param connection whose order it would be; none for all connections
     * @param rules the whole order; a rule that it does not name would be off
     * @param rule one that does not exist yet; the order names it {@code proposed}
     */
    record SimulationInput(
            @Nullable UUID connection,
            @Nullable List<@Nullable ChoiceInput> rules,
            @Nullable RuleInput rule) {}

    /**
     * Why these records are one asset: records side by side, origins of values, log.
     *
     * @param id of an asset, or of a record of it
     * @return the explanation
     */
    @GetMapping("/api/v1/assets/{id}/identity")
    AssetIdentity identity(Caller caller, @PathVariable UUID id) {
        return identities.of(caller.tenantId(), id).orElseThrow(() -> AssetsController.unknown(id));
    }

    /**
     * What other rules would do to the assets there are; nothing is written.
     *
     * @return merged, split and unchanged assets, with samples
     */
    @PostMapping("/api/v1/identification/simulations")
    Simulations.Result simulate(Caller caller, @RequestBody SimulationInput input) {
        var connection =
                input.connection() == null
                        ? null
                        : connections.require(caller.tenantId(), input.connection());
        var fresh = input.rule() == null ? null : input.rule().typed();
        var proposal = new Proposal(connection, RuleJson.choices(input.rules()), fresh);
        return simulations.simulate(caller.tenantId(), proposal);
    }

    /**
     * Jobs that identify anew, newest first.
     *
     * @return jobs with their progress
     */
    @GetMapping("/api/v1/identification/jobs")
    JobsJson jobs(Caller caller, @RequestParam(defaultValue = "20") int limit) {
        return new JobsJson(jobs.newest(caller.tenantId(), Limits.checked(limit, JOBS_MAX)));
    }
}
