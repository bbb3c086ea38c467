package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;

/**
 * Takes turns over the assets that several host records make up: two connections may speak of the
 * same findings there. Rows are locked in the order of their ids.
 */
@Component
class SharedAssets {

    private static final String ANY =
            """
            select exists (
                select from asset_source where tenant_id = ? and host_id <> asset_id)
            """;

    private static final String LOCK =
            """
            select asset_id from asset
            where tenant_id = ? and asset_id in (
                select s.asset_id from asset_source s
                where s.tenant_id = ? and s.asset_id = any (?) and s.host_id <> s.asset_id)
            order by asset_id
            for no key update
            """;

    private static final String ASSETS =
            """
            select distinct asset_id from source_finding
            where tenant_id = ? and record_id = any (?)
            """;

    void lock(Connection connection, int tenantId, Collection<UUID> assets) throws SQLException {
        if (assets.isEmpty() || !any(connection, tenantId)) {
            return;
        }
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, tenantId);
            lock.setInt(2, tenantId);
            lock.setArray(3, connection.createArrayOf("uuid", assets.toArray()));
            lock.execute();
        }
    }

    /** Locks the assets that records are on. */
    void lockOf(Connection connection, int tenantId, Collection<UUID> records) throws SQLException {
        if (records.isEmpty() || !any(connection, tenantId)) {
            return;
        }
        var assets = new ArrayList<UUID>();
        try (var select = connection.prepareStatement(ASSETS)) {
            select.setInt(1, tenantId);
            select.setArray(2, connection.createArrayOf("uuid", records.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    assets.add(rows.getObject(1, UUID.class));
                }
            }
        }
        lock(connection, tenantId, assets);
    }

    private static boolean any(Connection connection, int tenantId) throws SQLException {
        try (var select = connection.prepareStatement(ANY)) {
            select.setInt(1, tenantId);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
