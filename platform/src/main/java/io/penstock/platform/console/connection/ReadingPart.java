package io.penstock.platform.console.connection;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.check.Check;
import io.penstock.platform.check.Checks;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.reading.Readings;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import java.time.Clock;
import java.util.UUID;

/** The part of a connection's page about what its runs read and hold, and about its tests. */
@Controller
class ReadingPart {

    private final Connections connections;
    private final Catalogue catalogue;
    private final Readings readings;
    private final Checks checks;
    private final Holds holds;
    private final Clock clock;

    ReadingPart(
            Connections connections,
            Catalogue catalogue,
            Readings readings,
            Checks checks,
            Holds holds,
            Clock clock) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.readings = readings;
        this.checks = checks;
        this.holds = holds;
        this.clock = clock;
    }

    /** Fills the model; true when a test waits, so that the page should look again soon. */
    boolean fill(Connection connection, Model model) {
        var now = clock.instant();
        var streams = catalogue.streams(connection.connectorKey());
        var views =
                connections.profiles(connection).stream()
                        .map(profile -> {
                            var state = readings.state(profile.tenantId(), profile.id());
                            var next = readings.next(state, streams, now);
                            return ReadingView.of(profile, state, next);
                        })
                        .toList();
        var check = checks.newest(connection, 1).stream().findFirst().orElse(null);
        model.addAttribute("readings", views);
        model.addAttribute("check", check);
        model.addAttribute("holds", holds.open(connection.tenantId(), connection.uuid()));
        return check != null && check.state() == Check.State.WAITING;
    }

    @PostMapping("/connections/{uuid}/checks")
    String check(Caller caller, @PathVariable UUID uuid) {
        checks.ask(connections.require(caller.tenantId(), uuid), caller.username());
        return "redirect:/connections/" + uuid;
    }

    @PostMapping("/connections/{uuid}/profiles/{profile}/full")
    String full(Caller caller, @PathVariable UUID uuid, @PathVariable UUID profile) {
        var connection = connections.require(caller.tenantId(), uuid);
        readings.askFull(caller.tenantId(), connections.requireProfile(connection, profile).id());
        return "redirect:/connections/" + uuid;
    }
}
