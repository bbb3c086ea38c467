package io.penstock.platform.api;

import io.penstock.platform.closing.Holds;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.run.Status;
import io.penstock.platform.security.Caller;
import io.penstock.platform.security.Tenants;
import io.penstock.platform.setup.ConnectionSetups;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Connections: list, make, change, delete. */
@RestController
class ConnectionsController {

    private final Connections connections;
    private final Status status;
    private final Tenants tenants;
    private final Holds holds;
    private final ConnectionSetups setups;

    ConnectionsController(
            Connections connections,
            Status status,
            Tenants tenants,
            Holds holds,
            ConnectionSetups setups) {
        this.connections = connections;
        this.setups = setups;
        this.status = status;
        this.tenants = tenants;
        this.holds = holds;
    }

    record CreatedJson(
            UUID uuid, UUID profileUuid, UUID customerUuid, String name, String connector) {}

    /**
     * Make a connection, with its profiles and the order of its identification rules where they are
     * given.
     */
    @PostMapping("/api/v1/connections")
    @ResponseStatus(HttpStatus.CREATED)
    CreatedJson create(Caller caller, @RequestBody ConnectionSetupInput input) {
        var made = setups.create(caller.tenantId(), caller.username(), input.typed());
        return new CreatedJson(
                made.uuid(),
                connections.profiles(made).getFirst().uuid(),
                tenants.customerUuid(caller.tenantId()),
                made.name(),
                made.connectorKey());
    }

    /**
     * All connections with their state.
     *
     * @return all connections
     */
    @GetMapping("/api/v1/connections")
    List<ConnectionJson> all(Caller caller) {
        return connections.all(caller.tenantId()).stream().map(this::json).toList();
    }

    /**
     * One connection.
     *
     * @return the connection
     */
    @GetMapping("/api/v1/connections/{uuid}")
    ConnectionJson one(Caller caller, @PathVariable UUID uuid) {
        return json(connections.require(caller.tenantId(), uuid));
    }

    /** Change a connection; an empty secret keeps the present one. */
    @PutMapping("/api/v1/connections/{uuid}")
    ConnectionJson edit(
            Caller caller, @PathVariable UUID uuid, @RequestBody ConnectionInput input) {
        var connection = connections.require(caller.tenantId(), uuid);
        return json(connections.edit(connection, input.typed(connection.connectorKey())));
    }

    /** Delete a connection. */
    @DeleteMapping("/api/v1/connections/{uuid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID uuid) {
        connections.delete(connections.require(caller.tenantId(), uuid));
    }

    private ConnectionJson json(Connection connection) {
        return ConnectionJson.of(
                status.of(connection),
                tenants.customerUuid(connection.tenantId()),
                connections.settings(connection),
                connections.scope(connection),
                holds.open(connection.tenantId(), connection.uuid()));
    }
}
