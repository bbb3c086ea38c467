package io.penstock.platform.inventory;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The loads of one connection take turns from their look-up to their commit, so that what was
 * looked up is still true when it is written. Pages are parsed and mapped outside of it.
 */
public final class LoadLock {

    private LoadLock() {}

    /** Waits for its turn; it ends with the transaction. */
    public static void take(Connection connection, LoadContext context) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, context.tenantId());
            lock.setInt(2, context.connectionId());
            lock.execute();
        }
    }
}
