package io.penstock.platform.console.wizard;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.value.Shown;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.security.Caller;
import io.penstock.source.SourceDescriptor;

import org.springframework.stereotype.Component;

import java.util.UUID;

/** What a draft is made from: a connector, or a connection with its connector. */
@Component
class Originals {

    private final Connections connections;
    private final Catalogue catalogue;

    Originals(Connections connections, Catalogue catalogue) {
        this.connections = connections;
        this.catalogue = catalogue;
    }

    record Original(Connection connection, SourceDescriptor connector) {}

    /**
     * @throws FaultException NOT_FOUND for an unknown connection, and when its connector is not
     *     installed any more
     */
    Original require(Caller caller, UUID uuid) {
        var connection = connections.require(caller.tenantId(), uuid);
        return new Original(connection, connector(connection.connectorKey()));
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    SourceDescriptor connector(String key) {
        return catalogue
                .find(key)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "CONNECTOR_UNKNOWN",
                                "The catalogue has no connector '" + Shown.of(key) + "'.",
                                "The page Connectors shows those that are installed."));
    }
}
