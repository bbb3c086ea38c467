package io.penstock.platform.run;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.connector.Profile;
import io.penstock.platform.engine.OrderedRun;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.engine.RunOrders;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Looks up the {@link ConnectionStatus} of connections. */
@Component
public class Status {

    private final Connections connections;
    private final Runs runs;
    private final CountRows counts;
    private final RunOrders orders;
    private final Presences presences;
    private final Clock clock;

    Status(
            Connections connections,
            Runs runs,
            CountRows counts,
            RunOrders orders,
            Presences presences,
            Clock clock) {
        this.connections = connections;
        this.runs = runs;
        this.counts = counts;
        this.orders = orders;
        this.presences = presences;
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
        var order = order(connection, profiles);
        var planned = order != null || (last == null && engineWaits(connection));
        return new ConnectionStatus(
                connection,
                profiles,
                ConnectionStates.of(active, planned, last, clock.instant()),
                last,
                complete,
                counts.of(connection).orElse(null),
                order);
    }

    private ConnectionStatus.@Nullable Order order(Connection connection, List<Profile> profiles) {
        return orders.pending(connection)
                .map(run -> new ConnectionStatus.Order(run, up(run, profiles)))
                .orElse(null);
    }

    private boolean up(OrderedRun run, List<Profile> profiles) {
        return profiles.stream()
                .filter(profile -> profile.uuid().equals(run.profile()))
                .anyMatch(presences::anyUp);
    }

    /** An engine is there and knows when it makes the first run. */
    private boolean engineWaits(Connection connection) {
        return presences.newest(connection, 1).stream()
                .anyMatch(engine -> engine.up() && !engine.nextRuns().isEmpty());
    }
}
