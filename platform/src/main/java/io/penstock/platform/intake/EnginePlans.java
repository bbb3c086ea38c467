package io.penstock.platform.intake;

import static java.util.stream.Collectors.toMap;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.StreamKind;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.reading.NextRead;
import io.penstock.platform.reading.Readings;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;
import io.penstock.wire.Plan;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Which profile an engine means, and what it is to do for it. */
@Component
class EnginePlans {

    private final Connections connections;
    private final Catalogue catalogue;
    private final Readings readings;

    EnginePlans(Connections connections, Catalogue catalogue, Readings readings) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.readings = readings;
    }

    /** A profile of a connection. */
    record Target(Connection connection, Profile profile) {}

    /**
     * @throws FaultException NOT_FOUND saying which of the two ids is unknown
     */
    Target target(int tenantId, UUID connectionUuid, UUID profileUuid) {
        var connection =
                connections
                        .find(tenantId, connectionUuid)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "CONNECTION_UNKNOWN",
                                        "There is no connection " + connectionUuid + ".",
                                        "Copy qualys.connectionUuid from the connection's"
                                                + " page in the console."));
        return new Target(connection, connections.requireProfile(connection, profileUuid));
    }

    Plan plan(Target target) {
        var connection = target.connection();
        // Before the settings are looked up: a change in between then counts as one.
        readings.handOut(connection.tenantId(), target.profile().id());
        var source = source(connection);
        return new Plan(
                Plan.VERSION,
                source.key(),
                connection.name(),
                target.profile().name(),
                target.profile().active(),
                connections.settingsWithSecrets(connection),
                catalogue.streams(source.key()));
    }

    /** What a run opened now reads; see {@link Readings#open}. */
    NextRead open(Connection connection, Profile profile, boolean full, Instant until) {
        var streams = catalogue.streams(connection.connectorKey());
        return readings.open(connection.tenantId(), profile.id(), streams, full, until);
    }

    void askFull(Profile profile) {
        readings.askFull(profile.tenantId(), profile.id());
    }

    /** Stream name → what its records are about. */
    Map<String, StreamKind> kinds(Connection connection) {
        return source(connection).streams().stream()
                .collect(toMap(stream -> stream.name().text(), StreamSpec::kind));
    }

    private SourceDescriptor source(Connection connection) {
        return catalogue.find(connection.connectorKey()).orElseThrow();
    }
}
