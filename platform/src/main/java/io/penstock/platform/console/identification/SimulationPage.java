package io.penstock.platform.console.identification;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.AssetNames;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.IdentificationRules;
import io.penstock.platform.identity.Simulation;
import io.penstock.platform.identity.SimulationDesk;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What other rules would do to the hosts there are: progress, result, and switching them on. */
@Controller
class SimulationPage {

    private final SimulationDesk desk;
    private final Connections connections;
    private final ConnectionRules orders;
    private final IdentificationRules rules;
    private final AssetNames names;

    SimulationPage(
            SimulationDesk desk,
            Connections connections,
            ConnectionRules orders,
            IdentificationRules rules,
            AssetNames names) {
        this.desk = desk;
        this.connections = connections;
        this.orders = orders;
        this.rules = rules;
        this.names = names;
    }

    @GetMapping("/identification/simulations/{uuid}")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(caller, uuid, model);
        return "identification-simulation";
    }

    /** The part that refreshes itself while it runs. */
    @GetMapping("/identification/simulations/{uuid}/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(caller, uuid, model);
        return "identification-simulation :: live";
    }

    @PostMapping("/identification/simulations/{uuid}/cancel")
    String cancel(Caller caller, @PathVariable UUID uuid) {
        desk.cancel(caller.tenantId(), uuid);
        return "redirect:/identification/simulations/" + uuid;
    }

    /** Makes what was simulated the order of its connection. */
    @PostMapping("/identification/simulations/{uuid}/apply")
    String apply(Caller caller, @PathVariable UUID uuid) {
        var simulation = desk.require(caller.tenantId(), uuid);
        var connection = simulation.connection();
        if (connection == null || !simulation.usable()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "SIMULATION_NOT_FOR_USE",
                    "What was simulated is not the order of one connection with rules that exist.",
                    "Make the rule, then switch it on for a connection.");
        }
        orders.choose(
                connections.require(caller.tenantId(), connection),
                caller.username(),
                simulation.rules());
        return "redirect:/connections/" + connection + "/identification";
    }

    private void fill(Caller caller, UUID uuid, Model model) {
        var simulation = desk.require(caller.tenantId(), uuid);
        var connection = simulation.connection();
        model.addAttribute("simulation", simulation);
        model.addAttribute("labels", rules.labels(caller.tenantId()));
        model.addAttribute("names", names.of(caller.tenantId(), samples(simulation)));
        model.addAttribute(
                "connection",
                connection == null
                        ? null
                        : connections.find(caller.tenantId(), connection).orElse(null));
        model.addAttribute("tab", "jobs");
    }

    private static Set<UUID> samples(Simulation simulation) {
        var ids = new HashSet<UUID>();
        var result = simulation.result();
        if (result != null) {
            var comparison = result.comparison();
            for (var sample : comparison.mergedSamples()) {
                ids.add(sample.assetId());
                ids.addAll(sample.others());
            }
            for (var sample : comparison.splitSamples()) {
                ids.add(sample.assetId());
                ids.addAll(sample.others());
            }
        }
        return ids;
    }
}
