package io.penstock.platform.inventory;

import io.penstock.platform.inventory.FindingPage.SpokenHost;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** Writes records of hosts that only findings speak of (B-15); a host's own record replaces it. */
@Component
class MinimalHosts {

    private static final String WRITE =
            """
            insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key,
                minimal, changed_at, first_seen, last_seen, content_hash, attributes, created_run,
                changed_run)
            values (?, ?, ?, ?, ?, true, 'epoch', ?, ?, ?,
                jsonb_strip_nulls(jsonb_build_object('assetName', nullif(?, ''),
                    'ipAddress', to_jsonb(string_to_array(nullif(?, ''), ',')),
                    'operatingSystemName', nullif(?, ''))), ?, ?)
            on conflict (tenant_id, host_id) do update set
                first_seen = least(asset_source.first_seen, excluded.first_seen),
                last_seen = greatest(asset_source.last_seen, excluded.last_seen),
                changed_run = excluded.changed_run
            where asset_source.minimal
            """;

    /**
     * @param hosts by host id
     */
    void write(Connection connection, LoadContext context, SortedMap<UUID, SpokenHost> hosts)
            throws SQLException {
        try (var row = connection.prepareStatement(WRITE)) {
            for (var host : hosts.entrySet()) {
                bind(row, context, host);
            }
            row.executeBatch();
        }
    }

    private static void bind(
            PreparedStatement row, LoadContext context, Map.Entry<UUID, SpokenHost> entry)
            throws SQLException {
        var host = entry.getValue();
        row.setInt(1, context.tenantId());
        row.setObject(2, entry.getKey());
        row.setObject(3, entry.getKey());
        row.setInt(4, context.connectionId());
        row.setString(5, host.key());
        row.setTimestamp(6, Timestamp.from(host.firstFound()));
        row.setTimestamp(7, Timestamp.from(host.lastFound()));
        row.setObject(8, entry.getKey());
        row.setString(9, host.name());
        row.setString(10, host.ipAddress());
        row.setString(11, host.operatingSystem());
        row.setLong(12, context.runId());
        row.setLong(13, context.runId());
        row.addBatch();
    }
}
