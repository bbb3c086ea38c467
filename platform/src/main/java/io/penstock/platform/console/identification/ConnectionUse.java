package io.penstock.platform.console.identification;

import io.penstock.platform.connector.Connection;
import io.penstock.platform.identity.ConnectionRules;

import java.util.List;

/**
 * How a connection uses the rules.
 *
 * @param on keys of the rules that are on, in their order
 */
public record ConnectionUse(Connection connection, boolean custom, int trust, List<String> on) {

    public ConnectionUse {
        on = List.copyOf(on);
    }

    static ConnectionUse of(Connection connection, ConnectionRules.View view) {
        return new ConnectionUse(
                connection,
                view.custom(),
                view.trust(),
                view.lines().stream()
                        .filter(ConnectionRules.Line::on)
                        .map(line -> line.rule().key())
                        .toList());
    }
}
