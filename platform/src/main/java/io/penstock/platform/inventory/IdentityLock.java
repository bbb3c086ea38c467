package io.penstock.platform.inventory;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Guards, per tenant, which asset each host record is: held exclusively by whoever changes it, and
 * shared by the loads that write findings to the assets they looked up. It is taken after {@link
 * LoadLock}, before the first row of a host or finding is written, and ends with the transaction.
 * Nobody who holds it shared takes it exclusively: two of them would wait for each other for ever.
 */
public final class IdentityLock {

    /** Connections are numbered from 1, so no {@link LoadLock} is meant by it. */
    private static final int NO_CONNECTION = 0;

    private IdentityLock() {}

    public static void exclusive(Connection connection, int tenantId) throws SQLException {
        take(connection, "select pg_advisory_xact_lock(?, ?)", tenantId);
    }

    public static void shared(Connection connection, int tenantId) throws SQLException {
        take(connection, "select pg_advisory_xact_lock_shared(?, ?)", tenantId);
    }

    private static void take(Connection connection, String sql, int tenantId) throws SQLException {
        try (var lock = connection.prepareStatement(sql)) {
            lock.setInt(1, tenantId);
            lock.setInt(2, NO_CONNECTION);
            lock.execute();
        }
    }
}
