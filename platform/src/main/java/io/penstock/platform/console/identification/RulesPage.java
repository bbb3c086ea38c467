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

import java.util.Optional;

/** Identification › Rules: the system's in precedence order, then the tenant's own (S-056). */
@Controller
class RulesPage {

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
        var views = orders.all(tenant);
        var uses =
                connections.all(tenant).stream()
                        .flatMap(connection ->
                                Optional.ofNullable(views.get(connection.id()))
                                        .map(view -> ConnectionUse.of(connection, view))
                                        .stream())
                        .toList();
        var known = rules.all(tenant);
        model.addAttribute("rules", RuleUse.of(known, uses));
        model.addAttribute("own", known.stream().anyMatch(rule -> !rule.system()));
        model.addAttribute("uses", uses);
        model.addAttribute("problem", problem);
        model.addAttribute("tab", "rules");
        jobs.open(tenant).ifPresent(job -> model.addAttribute("job", job));
        return "identification";
    }
}
