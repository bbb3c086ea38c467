package io.penstock.platform.api;

import io.penstock.platform.connector.Connections;
import io.penstock.platform.engine.EnvFile;
import io.penstock.platform.engine.OrderedRun;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.engine.RunOrders;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** How a run starts: the env file and the commands for an engine, and runs on order (B-16). */
@RestController
@RequestMapping("/api/v1/connections/{uuid}")
class EngineStartController {

    private static final int ORDERS_MAX = 100;

    private final Connections connections;
    private final Tenants tenants;
    private final RunOrders orders;
    private final Presences presences;

    EngineStartController(
            Connections connections, Tenants tenants, RunOrders orders, Presences presences) {
        this.connections = connections;
        this.tenants = tenants;
        this.orders = orders;
        this.presences = presences;
    }

    /**
     * @param engineUp whether an engine waits that will take it
     * @param commands what starts an engine when none is up
     */
    record OrderJson(OrderedRun order, boolean engineUp, List<String> commands) {}

    /**
     * The engine's env file with this connection's and profile's UUIDs filled in, without secrets.
     *
     * @return the file
     */
    @GetMapping("/profiles/{profile}/env-file")
    ResponseEntity<byte[]> envFile(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            HttpServletRequest request) {
        var connection = connections.require(caller.tenantId(), uuid);
        var text =
                EnvFile.text(
                        ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
                        tenants.customerUuid(caller.tenantId()),
                        connection,
                        connections.requireProfile(connection, profile));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Ask a waiting engine for a run. An order that still waits is given back instead of a second
     * one; one for everything replaces a smaller one.
     *
     * @param full whether the run reads everything, not only what has changed
     * @return asked; the order expires when no engine takes it
     */
    @PostMapping("/profiles/{profile}/run-orders")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OrderJson ask(
            Caller caller,
            @PathVariable UUID uuid,
            @PathVariable UUID profile,
            @RequestParam(defaultValue = "false") boolean full) {
        var connection = connections.require(caller.tenantId(), uuid);
        var followed = connections.requireProfile(connection, profile);
        var order = orders.ask(connection, followed, full, caller.username());
        return new OrderJson(order, presences.anyUp(followed), EnvFile.commands(connection));
    }

    /**
     * The newest runs somebody asked for.
     *
     * @return orders, newest first
     */
    @GetMapping("/run-orders")
    List<OrderedRun> all(
            Caller caller, @PathVariable UUID uuid, @RequestParam(defaultValue = "20") int limit) {
        var size = Limits.checked(limit, ORDERS_MAX);
        return orders.newest(connections.require(caller.tenantId(), uuid), size);
    }
}
