package io.penstock.platform.console.connection;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.run.Status;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Makes the views of connections. */
@Component
class ConnectionViews {

    private final Status status;
    private final Clock clock;

    ConnectionViews(Status status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    ConnectionView of(Connection connection) {
        return ConnectionView.of(status.of(connection), clock.instant());
    }

    List<ConnectionView> all(int tenantId) {
        var now = clock.instant();
        return status.all(tenantId).stream().map(one -> ConnectionView.of(one, now)).toList();
    }
}
