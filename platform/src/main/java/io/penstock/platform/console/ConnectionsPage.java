package io.penstock.platform.console;

import io.penstock.platform.run.Status;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.time.Clock;

/** The list of connections (S-071). */
@Controller
class ConnectionsPage {

    private final Status status;
    private final Clock clock;

    ConnectionsPage(Status status, Clock clock) {
        this.status = status;
        this.clock = clock;
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
        var now = clock.instant();
        var views =
                status.all(caller.tenantId()).stream()
                        .map(one -> ConnectionView.of(one, now))
                        .toList();
        var moving = views.stream().anyMatch(view -> view.status().inFlight());
        model.addAttribute("connections", views);
        model.addAttribute("refresh", moving ? "every 2s" : "every 15s");
    }
}
