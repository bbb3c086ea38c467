package io.penstock.platform.console.connection;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.check.Check;
import io.penstock.platform.check.Checks;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.reading.Readings;
import io.penstock.platform.reading.Watermarks;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Whether a connection works: its tests, and up to when each of its streams is known. */
@Controller
@RequestMapping("/connections/{uuid}")
class HealthTab {

    private static final int CHECKS_SHOWN = 10;

    private final ConnectionFrame frame;
    private final Connections connections;
    private final Checks checks;
    private final Marks marks;
    private final Clock clock;

    HealthTab(
            ConnectionFrame frame,
            Connections connections,
            Checks checks,
            Marks marks,
            Clock clock) {
        this.frame = frame;
        this.connections = connections;
        this.checks = checks;
        this.marks = marks;
        this.clock = clock;
    }

    /** What is known of reading, in one hand. */
    @Component
    record Marks(Catalogue catalogue, Readings readings, Watermarks watermarks) {}

    @GetMapping("/health")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(frame.open(caller, uuid, "health", model), model);
        return "connection/health";
    }

    /** The part about tests; it refreshes itself while one waits. */
    @GetMapping("/health/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = frame.require(caller, uuid);
        model.addAttribute("c", connection);
        tests(connection, model);
        return "connection/health :: live";
    }

    private void fill(Connection connection, Model model) {
        tests(connection, model);
        model.addAttribute("readings", readings(connection));
    }

    private void tests(Connection connection, Model model) {
        var newest = checks.newest(connection, CHECKS_SHOWN);
        var check = newest.isEmpty() ? null : newest.getFirst();
        model.addAttribute("check", check);
        model.addAttribute("earlier", newest.stream().skip(1).toList());
        model.addAttribute(
                "refresh",
                check != null && check.state() == Check.State.WAITING ? "every 2s" : "every 60s");
    }

    private List<ReadingView> readings(Connection connection) {
        var now = clock.instant();
        var streams = marks.catalogue().streams(connection.connectorKey());
        return connections.profiles(connection).stream()
                .map(profile -> {
                    var state = marks.readings().state(profile.tenantId(), profile.id());
                    var next = marks.readings().next(state, streams, now);
                    return ReadingView.of(profile, state, next);
                })
                .toList();
    }

    @PostMapping("/checks")
    String check(Caller caller, @PathVariable UUID uuid) {
        checks.ask(frame.require(caller, uuid), caller.username());
        return back(uuid);
    }

    @PostMapping("/profiles/{profile}/full")
    String full(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var followed = connections.requireProfile(frame.require(caller, uuid), profile);
        marks.readings().askFull(caller.tenantId(), followed.id());
        return back(uuid);
    }

    @PostMapping("/profiles/{profile}/watermarks")
    String forget(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            RedirectAttributes redirect) {
        var followed = connections.requireProfile(frame.require(caller, uuid), profile);
        marks.watermarks().forget(caller.tenantId(), followed.id());
        redirect.addFlashAttribute("said", "Forgotten: the next run reads everything.");
        return back(uuid);
    }

    private static String back(UUID uuid) {
        return "redirect:/connections/" + uuid + "/health";
    }
}
