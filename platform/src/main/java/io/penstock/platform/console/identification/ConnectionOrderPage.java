package io.penstock.platform.console.identification;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.api.FaultStatus;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.identity.ConnectionRules.Line;
import io.penstock.platform.identity.IdentificationRules;
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
import java.util.UUID;

/** The identification rules of one connection: order, switches, trust (S-057 to S-060). */
@Controller
class ConnectionOrderPage {

    private static final String PATH = "/connections/{uuid}/identification";

    private final Connections connections;
    private final ConnectionRules orders;
    private final IdentificationRules rules;
    private final SimulationDesk desk;
    private final IdentityJobs jobs;

    ConnectionOrderPage(
            Connections connections,
            ConnectionRules orders,
            IdentificationRules rules,
            SimulationDesk desk,
            IdentityJobs jobs) {
        this.connections = connections;
        this.orders = orders;
        this.rules = rules;
        this.desk = desk;
        this.jobs = jobs;
    }

    @GetMapping(PATH)
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        return page(connection, orders.of(connection).lines(), "", model);
    }

    /**
     * @param act {@code save}, {@code try}, or a step such as {@code up:serial}
     */
    @PostMapping(PATH)
    String change(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam(required = false) @Nullable List<String> rule,
            @RequestParam(required = false) @Nullable List<String> on,
            @RequestParam(defaultValue = "save") String act,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var form = OrderForm.of(rule, on);
        try {
            return switch (act) {
                case "save" -> {
                    orders.choose(connection, caller.username(), form.choices());
                    yield "redirect:/connections/" + uuid + "/identification";
                }
                case "try" ->
                        "redirect:/identification/simulations/" + begun(caller, connection, form);
                default -> {
                    var lines = form.moved(act).lines(rules.all(caller.tenantId()));
                    yield page(connection, lines, "", model, true);
                }
            };
        } catch (FaultException e) {
            response.setStatus(FaultStatus.of(e.fault().kind()).value());
            var lines = form.lines(rules.all(caller.tenantId()));
            return page(connection, lines, e.fault().sentence(), model);
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
            var lines = orders.of(connection).lines();
            return page(connection, lines, e.fault().sentence(), model);
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

    private UUID begun(Caller caller, Connection connection, OrderForm form) {
        var proposal = new Proposal(connection, form.choices(), null);
        return desk.begin(caller.tenantId(), caller.username(), proposal).uuid();
    }

    private String page(Connection connection, List<Line> lines, String problem, Model model) {
        return page(connection, lines, problem, model, !problem.isEmpty());
    }

    private String page(
            Connection connection, List<Line> lines, String problem, Model model, boolean unsaved) {
        var view = orders.of(connection);
        model.addAttribute("connection", connection);
        model.addAttribute("lines", lines);
        model.addAttribute("custom", view.custom());
        model.addAttribute("trust", view.trust());
        model.addAttribute("problem", problem);
        model.addAttribute("unsaved", unsaved);
        jobs.newest(connection.tenantId(), 1).stream()
                .filter(job -> job.endedAt() == null)
                .forEach(job -> model.addAttribute("job", job));
        return "connection-identification";
    }
}
