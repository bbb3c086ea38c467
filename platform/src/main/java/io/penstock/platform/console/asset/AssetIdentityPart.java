package io.penstock.platform.console.asset;

import io.penstock.platform.identity.AssetIdentities;
import io.penstock.platform.identity.AssetNames;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.identity.IdentityJobs;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** The part of a host's page that says why its records are one machine. */
@Controller
class AssetIdentityPart {

    private final AssetIdentities identities;
    private final AssetNames names;
    private final IdentificationRules rules;
    private final IdentityJobs jobs;

    AssetIdentityPart(
            AssetIdentities identities,
            AssetNames names,
            IdentificationRules rules,
            IdentityJobs jobs) {
        this.identities = identities;
        this.names = names;
        this.rules = rules;
        this.jobs = jobs;
    }

    @GetMapping(AssetPage.PATH + "/identity")
    String identity(Caller caller, @PathVariable UUID uuid, Model model) {
        model.addAttribute("view", view(caller, uuid));
        jobs.open(caller.tenantId()).ifPresent(job -> model.addAttribute("job", job));
        return "asset-identity :: identity";
    }

    private IdentityView view(Caller caller, UUID uuid) {
        var tenant = caller.tenantId();
        var identity = identities.of(tenant, uuid).orElseThrow(() -> AssetPage.unknown(uuid));
        var known = names.of(tenant, IdentityView.spokenOf(identity));
        return IdentityView.of(identity, known, rules.labels(tenant));
    }
}
