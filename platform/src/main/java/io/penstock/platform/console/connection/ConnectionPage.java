package io.penstock.platform.console.connection;

import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.engine.EnvFile;
import io.penstock.platform.run.Runs;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One connection: its state, what an engine needs to run it, its runs. */
@Controller
class ConnectionPage {

    private static final int RUNS_SHOWN = 20;

    private final Connections connections;
    private final ConnectionViews views;
    private final ReadingPart reading;
    private final Runs runs;
    private final Tenants tenants;
    private final Catalogue catalogue;

    ConnectionPage(
            Connections connections,
            ConnectionViews views,
            ReadingPart reading,
            Runs runs,
            Tenants tenants,
            Catalogue catalogue) {
        this.connections = connections;
        this.views = views;
        this.reading = reading;
        this.runs = runs;
        this.tenants = tenants;
        this.catalogue = catalogue;
    }

    @GetMapping("/connections/{uuid}")
    String show(Caller caller, @PathVariable UUID uuid, HttpServletRequest request, Model model) {
        var connection = connections.require(caller.tenantId(), uuid);
        live(connection, model);
        model.addAttribute("customer", tenants.customerUuid(caller.tenantId()));
        model.addAttribute("settings", connections.settings(connection));
        model.addAttribute("connector", catalogue.find(connection.connectorKey()).orElse(null));
        model.addAttribute("env", env(connection, request));
        model.addAttribute("envName", EnvFile.fileName(connection));
        return "connection";
    }

    /** The part that refreshes itself. */
    @GetMapping("/connections/{uuid}/live")
    String live(Caller caller, @PathVariable UUID uuid, Model model) {
        live(connections.require(caller.tenantId(), uuid), model);
        return "connection :: live";
    }

    @GetMapping("/connections/{uuid}/env")
    ResponseEntity<byte[]> download(
            Caller caller, @PathVariable UUID uuid, HttpServletRequest request) {
        var connection = connections.require(caller.tenantId(), uuid);
        var attachment =
                ContentDisposition.attachment().filename(EnvFile.fileName(connection)).build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(env(connection, request).getBytes(StandardCharsets.UTF_8));
    }

    private void live(Connection connection, Model model) {
        var view = views.of(connection);
        var waiting = reading.fill(connection, model);
        model.addAttribute("view", view);
        model.addAttribute("refresh", waiting ? "every 2s" : view.refresh());
        model.addAttribute(
                "runs",
                runs.newest(connection.tenantId(), connection.uuid(), Long.MAX_VALUE, RUNS_SHOWN));
    }

    private String env(Connection connection, HttpServletRequest request) {
        return EnvFile.text(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
                tenants.customerUuid(connection.tenantId()),
                connection,
                connections.profiles(connection).getFirst());
    }
}
