package io.penstock.platform.inventory;

import io.penstock.platform.inventory.FindingPage.SpokenHost;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the assets that findings belong to. An unknown host becomes a minimal asset, marked as
 * such; a host whose own record was rejected takes its findings down with it (B-05, B-15).
 */
@Component
class FindingHosts {

    private static final String KNOWN =
            """
            select host_id, asset_id, minimal from asset_source
            where tenant_id = ? and host_id = any (?)
            """;

    private static final String REJECTED =
            "select host_id, reason from rejected_host where tenant_id = ? and host_id = any (?)";

    private static final String MINIMAL_SOURCE =
            """
            insert into asset_source (tenant_id, host_id, asset_id, connection_id, record_key, minimal,
                changed_at, content_hash, attributes, created_run, changed_run)
            values (?, ?, ?, ?, ?, true, 'epoch', ?,
                jsonb_strip_nulls(jsonb_build_object('assetName', nullif(?, ''),
                    'ipAddress', to_jsonb(string_to_array(nullif(?, ''), ',')),
                    'operatingSystemName', nullif(?, ''))), ?, ?)
            on conflict (tenant_id, host_id) do nothing
            """;

    private static final String MINIMAL_ASSET =
            """
            insert into asset (tenant_id, asset_id, name, external_asset_id, operating_system,
                ip_addresses, minimal, first_seen, last_seen, created_run, changed_run)
            values (?, ?, ?, ?, ?, coalesce(string_to_array(nullif(?, ''), ','), '{}'), true, ?, ?, ?, ?)
            on conflict (tenant_id, asset_id) do update set
                first_seen = least(asset.first_seen, excluded.first_seen),
                last_seen = greatest(asset.last_seen, excluded.last_seen),
                changed_run = excluded.changed_run
            where asset.minimal and (asset.first_seen > excluded.first_seen
                or asset.last_seen < excluded.last_seen)
            """;

    /**
     * @param assets host id → asset id
     * @param refused host id → why its own record was rejected
     */
    record Resolved(Map<UUID, UUID> assets, Map<UUID, String> refused) {}

    Resolved resolve(Connection connection, LoadContext context, Map<UUID, SpokenHost> hosts)
            throws SQLException {
        var assets = new HashMap<UUID, UUID>();
        var complete = new HashSet<UUID>();
        known(connection, context, hosts.keySet(), assets, complete);
        var open = new ArrayList<>(hosts.keySet());
        open.removeAll(complete);
        var refused = refused(connection, context, open, assets);
        open.removeAll(refused.keySet());
        open.sort(null);
        addMinimal(connection, context, hosts, open, assets);
        return new Resolved(assets, refused);
    }

    private static void known(
            Connection connection,
            LoadContext context,
            Set<UUID> hosts,
            Map<UUID, UUID> assets,
            Set<UUID> complete)
            throws SQLException {
        try (var select = connection.prepareStatement(KNOWN)) {
            select.setInt(1, context.tenantId());
            select.setArray(2, connection.createArrayOf("uuid", hosts.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var host = rows.getObject(1, UUID.class);
                    assets.put(host, rows.getObject(2, UUID.class));
                    if (!rows.getBoolean(3)) {
                        complete.add(host);
                    }
                }
            }
        }
    }

    private static Map<UUID, String> refused(
            Connection connection, LoadContext context, List<UUID> open, Map<UUID, UUID> assets)
            throws SQLException {
        var refused = new HashMap<UUID, String>();
        var unknown = open.stream().filter(h -> !assets.containsKey(h)).toArray();
        if (unknown.length == 0) {
            return refused;
        }
        try (var select = connection.prepareStatement(REJECTED)) {
            select.setInt(1, context.tenantId());
            select.setArray(2, connection.createArrayOf("uuid", unknown));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    refused.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        }
        return refused;
    }

    private static void addMinimal(
            Connection connection,
            LoadContext context,
            Map<UUID, SpokenHost> hosts,
            List<UUID> open,
            Map<UUID, UUID> assets)
            throws SQLException {
        if (open.isEmpty()) {
            return;
        }
        try (var source = connection.prepareStatement(MINIMAL_SOURCE);
                var asset = connection.prepareStatement(MINIMAL_ASSET)) {
            for (var host : open) {
                var assetId = assets.computeIfAbsent(host, h -> h);
                bindSource(source, context, host, assetId, spoken(hosts, host));
                bindAsset(asset, context, assetId, spoken(hosts, host));
            }
            source.executeBatch();
            asset.executeBatch();
        }
    }

    private static SpokenHost spoken(Map<UUID, SpokenHost> hosts, UUID id) {
        var host = hosts.get(id);
        if (host == null) {
            throw new IllegalStateException("no finding speaks of host " + id);
        }
        return host;
    }

    private static void bindSource(
            PreparedStatement row, LoadContext context, UUID hostId, UUID assetId, SpokenHost host)
            throws SQLException {
        row.setInt(1, context.tenantId());
        row.setObject(2, hostId);
        row.setObject(3, assetId);
        row.setInt(4, context.connectionId());
        row.setString(5, host.key());
        row.setObject(6, hostId);
        row.setString(7, host.name());
        row.setString(8, host.ipAddress());
        row.setString(9, host.operatingSystem());
        row.setLong(10, context.runId());
        row.setLong(11, context.runId());
        row.addBatch();
    }

    private static void bindAsset(
            PreparedStatement row, LoadContext context, UUID assetId, SpokenHost host)
            throws SQLException {
        row.setInt(1, context.tenantId());
        row.setObject(2, assetId);
        row.setString(3, host.name().isBlank() ? host.key() : host.name());
        row.setString(4, host.key());
        row.setString(5, host.operatingSystem());
        row.setString(6, host.ipAddress());
        row.setTimestamp(7, Timestamp.from(host.firstFound()));
        row.setTimestamp(8, Timestamp.from(host.lastFound()));
        row.setLong(9, context.runId());
        row.setLong(10, context.runId());
        row.addBatch();
    }
}
