package io.penstock.platform.console.connection;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.closing.Holds;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.engine.EnvFile;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;

/** One connection at a glance: its state, what comes next, its last run, its details. */
@Controller
class ConnectionPage {

    private final ConnectionFrame frame;
    private final Connections connections;
    private final Catalogue catalogue;
    private final Holds holds;

    ConnectionPage(
            ConnectionFrame frame, Connections connections, Catalogue catalogue, Holds holds) {
        this.frame = frame;
        this.connections = connections;
        this.catalogue = catalogue;
        this.holds = holds;
    }

    @GetMapping("/connections/{uuid}")
    String show(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = fill(caller, uuid, model);
        model.addAttribute("settings", connections.settings(connection));
        model.addAttribute("connector", catalogue.find(connection.connectorKey()).orElse(null));
        return "connection/overview";
    }

    /** The part that refreshes itself. */
    @GetMapping("/connections/{uuid}/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        fill(caller, uuid, model);
        return "connection/overview :: live";
    }

    private Connection fill(Caller caller, UUID uuid, Model model) {
        var connection = frame.open(caller, uuid, "overview", model);
        model.addAttribute("start", EnvFile.start(connection));
        return connection;
    }

    /** Runs whose closings wait for a person; counting them takes a while when they are many. */
    @GetMapping("/connections/{uuid}/holds")
    String holds(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = frame.require(caller, uuid);
        model.addAttribute("holds", holds.open(connection.tenantId(), connection.uuid()));
        return "connection/overview :: holds";
    }
}
