package io.penstock.platform.identity;

import io.penstock.platform.connector.Connection;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the machines of a connection to itself, so that tests of one platform do not share them:
 * its records are one machine by nothing but cloud instances, which they do not name.
 */
public final class OwnMachines {

    private OwnMachines() {}

    /** The connection with its own rules; hosts that it has already stay where they are. */
    public static Connection of(JdbcClient jdbc, Connection connection) {
        jdbc.sql(
                        """
                        insert into connection_rule (tenant_id, connection_id, rule_key, position,
                            enabled)
                        values (?, ?, 'instance', 0, true)
                        """)
                .params(connection.tenantId(), connection.id())
                .update();
        return connection;
    }
}
