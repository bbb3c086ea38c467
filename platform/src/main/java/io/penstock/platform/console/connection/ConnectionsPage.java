package io.penstock.platform.console.connection;

import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of connections (S-071). */
@Controller
class ConnectionsPage {

    private final ConnectionViews views;

    ConnectionsPage(ConnectionViews views) {
        this.views = views;
    }

    @GetMapping("/connections")
    String list(Caller caller, Model model) {
        fill(caller, model);
        return "connections";
    }

    /** The part that refreshes itself. */
    @GetMapping("/connections/live")
    String live(Caller caller, Model model) {
        fill(caller, model);
        return "connections :: live";
    }

    private void fill(Caller caller, Model model) {
        var all = views.all(caller.tenantId());
        var moving = all.stream().anyMatch(view -> view.status().inFlight());
        model.addAttribute("connections", all);
        model.addAttribute("refresh", moving ? "every 2s" : "every 15s");
    }
}
