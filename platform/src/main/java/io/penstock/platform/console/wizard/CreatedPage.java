package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.check.Check;
import io.penstock.platform.check.Checks;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.engine.CheckIns;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Tenants;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.List;
import java.util.UUID;

/** What a person does after Confirm: UUIDs, the connection test, the engine. */
@Controller
@RequestMapping("/connections/{uuid}/created")
class CreatedPage {

    private final Connections connections;
    private final Tenants tenants;
    private final Checks checks;
    private final CheckIns checkIns;

    CreatedPage(Connections connections, Tenants tenants, Checks checks, CheckIns checkIns) {
        this.connections = connections;
        this.tenants = tenants;
        this.checks = checks;
        this.checkIns = checkIns;
    }

    @GetMapping
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        return page(caller, connections.require(caller.tenantId(), uuid), model);
    }

    /** The part that asks again while a test waits for its answer. */
    @GetMapping("/check")
    String check(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(connections.require(caller.tenantId(), uuid), model);
        return "wizard/created :: check";
    }

    @PostMapping("/checks")
    String ask(Caller caller, @PathVariable UUID uuid, HttpServletResponse response, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        try {
            checks.ask(connection, caller.username());
            return "redirect:/connections/" + uuid + "/created";
        } catch (FaultException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problems", List.of(e.fault().sentence()));
            return page(caller, connection, model);
        }
    }

    private String page(Caller caller, Connection connection, Model model) {
        fill(connection, model);
        model.addAttribute("customer", tenants.customerUuid(caller.tenantId()));
        model.addAttribute("profiles", connections.profiles(connection));
        model.addAttribute("anyEngine", checkIns.any(caller.tenantId()));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
        return "wizard/created";
    }

    private void fill(Connection connection, Model model) {
        var check = checks.newest(connection, 1).stream().findFirst().orElse(null);
        model.addAttribute("c", connection);
        model.addAttribute("check", check);
        model.addAttribute("waits", check != null && check.state() == Check.State.WAITING);
    }
}
