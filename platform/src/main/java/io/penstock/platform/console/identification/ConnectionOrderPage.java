package io.penstock.platform.console.identification;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.identity.RuleOrder.Choice;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.console.frame.RuleFields;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.IdentityJobs;
import io.penstock.platform.identity.Proposal;
import io.penstock.platform.identity.SimulationDesk;
import io.penstock.platform.security.Caller;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The identification rules of one connection: order, switches, trust (S-057 to S-060). */
@Controller
class ConnectionOrderPage {

    private static final String PATH = "/connections/{uuid}/identification";
    private static final String SAVE = "save";

    private final Connections connections;
    private final ConnectionRules orders;
    private final SimulationDesk desk;
    private final IdentityJobs jobs;

    ConnectionOrderPage(
            Connections connections,
            ConnectionRules orders,
            SimulationDesk desk,
            IdentityJobs jobs) {
        this.connections = connections;
        this.orders = orders;
        this.desk = desk;
        this.jobs = jobs;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        return page(connection, null, "", model);
    }

    /**
     * @param fields those of {@link RuleFields}, and {@code go}, the button that was used: {@code
     *     save}, {@code try}, or a step, which nothing is saved by
     */
    @PostMapping(PATH)
    String change(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var way = fields.getOrDefault("go", SAVE);
        var choices = RuleFields.read(orders.of(connection).lines(), fields, way);
        try {
            return switch (way) {
                case SAVE -> {
                    orders.choose(connection, caller.username(), choices);
                    yield "redirect:/connections/" + uuid + "/identification";
                }
                case "try" ->
                        "redirect:/identification/simulations/"
                                + begun(caller, connection, choices);
                default -> page(connection, choices, "", model);
            };
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            return page(connection, choices, e.fault().sentence(), model);
        }
    }

    @PostMapping(PATH + "/reset")
    String reset(Caller caller, @PathVariable UUID uuid) {
        orders.reset(connections.require(caller.tenantId(), uuid), caller.username());
        return "redirect:/connections/" + uuid + "/identification";
    }

    @PostMapping(PATH + "/trust")
    String trust(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(defaultValue = "") String trust,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        try {
            orders.trust(connection, caller.username(), number(trust));
            return "redirect:/connections/" + uuid + "/identification";
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            model.addAttribute("typedTrust", trust);
            return page(connection, null, e.fault().sentence(), model);
        }
    }

    private static int number(String trust) {
        try {
            return Integer.parseInt(trust.strip());
        } catch (NumberFormatException e) {
            throw new FaultException(
                    Fault.of(
                            FaultKind.CONFIGURATION,
                            "TRUST_RANGE",
                            "The trust is no whole number.",
                            "Write one from 1, trusted most, to 1000."),
                    e);
        }
    }

    private UUID begun(Caller caller, Connection connection, List<Choice> choices) {
        var proposal = new Proposal(connection, choices, null);
        return desk.begin(caller.tenantId(), caller.username(), proposal).uuid();
    }

    /**
     * @param typed an order that is not saved; null for the present one
     */
    private String page(
            Connection connection, @Nullable List<Choice> typed, String problem, Model model) {
        var view = orders.of(connection);
        var lines = typed == null ? view.lines() : orders.lines(connection.tenantId(), typed);
        model.addAttribute("connection", connection);
        model.addAttribute("lines", lines);
        model.addAttribute("custom", view.custom());
        model.addAttribute("trust", view.trust());
        model.addAttribute("problem", problem);
        model.addAttribute("unsaved", typed != null);
        jobs.open(connection.tenantId()).ifPresent(job -> model.addAttribute("job", job));
        return "connection-identification";
    }
}
