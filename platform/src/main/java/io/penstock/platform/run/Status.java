package io.penstock.platform.run;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Looks up the {@link ConnectionStatus} of connections. */
@Component
public class Status {

    private final Connections connections;
    private final Runs runs;
    private final CountRows counts;
    private final Clock clock;

    Status(Connections connections, Runs runs, CountRows counts, Clock clock) {
        this.connections = connections;
        this.runs = runs;
        this.counts = counts;
        this.clock = clock;
    }

    public List<ConnectionStatus> all(int tenantId) {
        return connections.all(tenantId).stream().map(this::of).toList();
    }

    public ConnectionStatus of(Connection connection) {
        var profiles = connections.profiles(connection);
        var last = runs.last(connection.tenantId(), connection.uuid()).orElse(null);
        var complete =
                last != null && last.run().state() == RunState.COMPLETE
                        ? last
                        : runs.lastComplete(connection.tenantId(), connection.uuid()).orElse(null);
        var active = profiles.stream().anyMatch(Profile::active);
        return new ConnectionStatus(
                connection,
                profiles,
                ConnectionStates.of(active, last, clock.instant()),
                last,
                complete,
                counts.of(connection).orElse(null));
    }
}
