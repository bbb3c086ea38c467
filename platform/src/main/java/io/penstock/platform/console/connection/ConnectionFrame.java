package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Pauses;
import io.penstock.platform.engine.EngineImageFile;
import io.penstock.platform.security.Caller;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.UUID;

/** What is above every tab of a connection: its name, its state, its Quick Actions. */
@Component
class ConnectionFrame {

    private final Connections connections;
    private final ConnectionViews views;
    private final Pauses pauses;
    private final EngineImageFile image;

    ConnectionFrame(
            Connections connections, ConnectionViews views, Pauses pauses, EngineImageFile image) {
        this.connections = connections;
        this.views = views;
        this.pauses = pauses;
        this.image = image;
    }

    /** Fills the model for the tab, and gives the connection. */
    Connection open(Caller caller, UUID uuid, String tab, Model model) {
        var connection = require(caller, uuid);
        var view = views.of(connection);
        model.addAttribute("c", connection);
        model.addAttribute("view", view);
        model.addAttribute("tab", tab);
        model.addAttribute("imageThere", image.isThere());
        model.addAttribute("refresh", view.refresh());
        if (!view.active()) {
            model.addAttribute("pauses", pauses.of(connection));
        }
        return connection;
    }

    Connection require(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }
}
