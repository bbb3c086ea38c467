package io.penstock.platform.console.connection;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.NewConnection;
import io.penstock.platform.security.Caller;
import io.penstock.source.SettingSpec.Form;
import io.penstock.source.SourceDescriptor;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Changing a connection; the wizard makes them (S-016 to S-027). */
@Controller
class ConnectionForm {

    private static final String SETTING = "setting.";

    private final Connections connections;
    private final Catalogue catalogue;

    ConnectionForm(Connections connections, Catalogue catalogue) {
        this.connections = connections;
        this.catalogue = catalogue;
    }

    @GetMapping("/connections/{uuid}/edit")
    String present(Caller caller, @PathVariable UUID uuid, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var present =
                new NewConnection(
                        connection.connectorKey(),
                        connection.name(),
                        connection.description(),
                        connections.settings(connection));
        return form(model, connector(connection), connection, present, "");
    }

    @PostMapping("/connections/{uuid}/edit")
    String edit(
            Caller caller,
            @PathVariable UUID uuid,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        var typed = typed(fields);
        try {
            connections.edit(connection, typed);
            return "redirect:/connections/" + uuid;
        } catch (FaultException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(model, connector(connection), connection, typed, e.fault().sentence());
        }
    }

    private @Nullable SourceDescriptor connector(Connection connection) {
        return catalogue.find(connection.connectorKey()).orElse(null);
    }

    private static NewConnection typed(Map<String, String> fields) {
        var settings = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        return new NewConnection(
                fields.getOrDefault("connector", ""),
                fields.getOrDefault("name", ""),
                fields.getOrDefault("description", ""),
                settings);
    }

    /** What was typed is shown again, apart from secrets (S-013). */
    private String form(
            Model model,
            @Nullable SourceDescriptor connector,
            Connection connection,
            NewConnection typed,
            String problem) {
        var shown = new HashMap<>(typed.settings());
        if (connector != null) {
            connector.settings().stream()
                    .filter(spec -> spec.form() == Form.SECRET)
                    .forEach(spec -> shown.remove(spec.key()));
        }
        model.addAttribute("connector", connector);
        model.addAttribute("connection", connection);
        model.addAttribute("typed", typed);
        model.addAttribute("values", shown);
        model.addAttribute("problem", problem);
        return "connection-form";
    }
}
