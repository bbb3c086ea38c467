package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Pauses;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.RunOrders;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/** The Quick Actions that change something: run, pause, resume (S-119, S-143, B-16). */
@Controller
@RequestMapping("/connections/{uuid}")
class QuickActions {

    private final Connections connections;
    private final RunOrders orders;
    private final Pauses pauses;

    QuickActions(Connections connections, RunOrders orders, Pauses pauses) {
        this.connections = connections;
        this.orders = orders;
        this.pauses = pauses;
    }

    @PostMapping("/engines/profiles/{profile}/run")
    String run(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestParam(defaultValue = "false") boolean full) {
        var connection = connection(caller, uuid);
        orders.ask(connection, profile(connection, profile), full, caller.username());
        return "redirect:/connections/" + uuid;
    }

    @PostMapping("/pause")
    String pause(Caller caller, @PathVariable UUID uuid, RedirectAttributes redirect) {
        pauses.pause(connection(caller, uuid), caller.username());
        redirect.addFlashAttribute("said", "Paused. All data stays.");
        return "redirect:/connections/" + uuid;
    }

    @PostMapping("/resume")
    String resume(Caller caller, @PathVariable UUID uuid, RedirectAttributes redirect) {
        pauses.resume(connection(caller, uuid));
        redirect.addFlashAttribute("said", "Resumed.");
        return "redirect:/connections/" + uuid;
    }

    @PostMapping("/profiles/{profile}/pause")
    String pause(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connection(caller, uuid);
        pauses.pause(connection, profile(connection, profile), caller.username());
        return "redirect:/connections/" + uuid + "/profiles";
    }

    @PostMapping("/profiles/{profile}/resume")
    String resume(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connection(caller, uuid);
        pauses.resume(connection, profile(connection, profile));
        return "redirect:/connections/" + uuid + "/profiles";
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }

    private Profile profile(Connection connection, UUID uuid) {
        return connections.requireProfile(connection, uuid);
    }
}
