package io.penstock.platform.inventory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Statements on many rows by their ids. */
public final class RowsById {

    private RowsById() {}

    /** Takes one row of a look-up. */
    public interface Sink {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * Asks nothing when there are no ids.
     *
     * @param sql its first bind is the tenant, its second the array of ids
     */
    public static void select(
            Connection connection, String sql, int tenantId, Collection<UUID> ids, Sink sink)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, tenantId);
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows);
                }
            }
        }
    }

    /**
     * Changes or deletes; does nothing when there are no ids.
     *
     * @param sql its first bind is the tenant, its second the array of ids
     */
    public static void update(Connection connection, String sql, int tenantId, Collection<UUID> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, tenantId);
            update.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }
}
