package io.penstock.platform.console.identification;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.identity.IdentityJobs;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Identification › Rules: the system's in precedence order, then the tenant's own (S-056). */
@Controller
class RulesPage {

    private static final int CONNECTIONS_SHOWN = 100;

    private final IdentificationRules rules;
    private final ConnectionRules orders;
    private final Connections connections;
    private final IdentityJobs jobs;

    RulesPage(
            IdentificationRules rules,
            ConnectionRules orders,
            Connections connections,
            IdentityJobs jobs) {
        this.rules = rules;
        this.orders = orders;
        this.connections = connections;
        this.jobs = jobs;
    }

    @GetMapping("/identification")
    String show(Caller caller, Model model) {
        return fill(caller, "", model);
    }

    @PostMapping("/identification/rules/{key}/delete")
    String delete(
            Caller caller, @PathVariable String key, HttpServletResponse response, Model model) {
        try {
            rules.delete(caller.tenantId(), caller.username(), key);
            return "redirect:/identification";
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return fill(caller, e.fault().sentence(), model);
        }
    }

    private String fill(Caller caller, String problem, Model model) {
        var tenant = caller.tenantId();
        var uses =
                connections.all(tenant).stream()
                        .limit(CONNECTIONS_SHOWN)
                        .map(connection -> ConnectionUse.of(connection, orders.of(connection)))
                        .toList();
        model.addAttribute("rules", RuleUse.of(rules.all(tenant), uses));
        model.addAttribute("own", rules.all(tenant).stream().anyMatch(rule -> !rule.system()));
        model.addAttribute("uses", uses);
        model.addAttribute("problem", problem);
        model.addAttribute("tab", "rules");
        jobs.newest(tenant, 1).stream()
                .filter(job -> job.endedAt() == null)
                .forEach(job -> model.addAttribute("job", job));
        return "identification";
    }
}
