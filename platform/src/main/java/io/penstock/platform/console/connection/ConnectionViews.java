package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.engine.Presences;
import io.penstock.platform.run.ConnectionStatus;
import io.penstock.platform.run.RunPace;
import io.penstock.platform.run.Status;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/** Makes the views of connections. */
@Component
class ConnectionViews {

    private static final int ENGINES_ASKED = 5;

    private final Status status;
    private final RunPace pace;
    private final Presences presences;
    private final Clock clock;

    ConnectionViews(Status status, RunPace pace, Presences presences, Clock clock) {
        this.status = status;
        this.pace = pace;
        this.presences = presences;
        this.clock = clock;
    }

    ConnectionView of(Connection connection) {
        return view(status.of(connection));
    }

    ConnectionView view(ConnectionStatus known) {
        var connection = known.connection();
        var last = known.last();
        Map<String, Double> rates =
                last == null ? Map.of() : pace.of(connection.tenantId(), last.run());
        var engines = presences.newest(connection, ENGINES_ASKED);
        var now = clock.instant();
        return ConnectionView.of(known, rates, EngineOutlook.of(engines, now), now);
    }

    ConnectionStatus status(Connection connection) {
        return status.of(connection);
    }
}
