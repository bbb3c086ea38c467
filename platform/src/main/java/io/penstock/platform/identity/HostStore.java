package io.penstock.platform.identity;

import io.penstock.platform.inventory.RowsById;

import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads host records, and moves them between assets. */
@Component
class HostStore {

    private static final String COLUMNS =
            """
            select s.host_id, s.asset_id, s.connection_id, c.trust, s.record_key, s.minimal,
                s.changed_at, s.first_seen, s.last_seen, s.created_run, s.changed_run,
                coalesce(m.version, 0) as map_version, s.attributes, s.keys
            from asset_source s
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            left join run r on r.tenant_id = s.tenant_id and r.run_id = s.changed_run
            left join transform_map m on m.tenant_id = r.tenant_id and m.map_id = r.map_id
            where s.tenant_id = ?
            """;

    private static final String BY_ID = COLUMNS + "and s.host_id = any (?)";

    private static final String BY_ASSET = COLUMNS + "and s.asset_id = any (?)";

    private static final String IN_ASSETS =
            "select host_id from asset_source where tenant_id = ? and asset_id = any (?)";

    private static final String JOINED =
            """
            select host_id, asset_id from asset_source
            where tenant_id = ? and asset_id = any (?) and host_id <> asset_id
            """;

    private static final String MOVE =
            """
            update asset_source s set asset_id = n.asset_id
            from unnest(?::uuid[], ?::uuid[]) n (host_id, asset_id)
            where s.tenant_id = ? and s.host_id = n.host_id
            """;

    private static final String DELETE =
            "delete from asset_source where tenant_id = ? and host_id = any (?)";

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.shared();

    List<StoredHost> load(Connection connection, int tenantId, Collection<UUID> hosts)
            throws SQLException {
        return rows(connection, BY_ID, tenantId, hosts);
    }

    /** All records of the assets. */
    List<StoredHost> ofAssets(Connection connection, int tenantId, Collection<UUID> assets)
            throws SQLException {
        return rows(connection, BY_ASSET, tenantId, assets);
    }

    private List<StoredHost> rows(
            Connection connection, String sql, int tenantId, Collection<UUID> ids)
            throws SQLException {
        var found = new ArrayList<StoredHost>();
        RowsById.select(connection, sql, tenantId, ids, row -> found.add(row(row)));
        return found;
    }

    /** Ids of all records of the assets. */
    List<UUID> idsOf(Connection connection, int tenantId, Collection<UUID> assets)
            throws SQLException {
        var found = new ArrayList<UUID>();
        RowsById.select(
                connection,
                IN_ASSETS,
                tenantId,
                assets,
                row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    /** Records of assets that have more than their own, and those others. */
    Set<UUID> othersIn(Connection connection, int tenantId, Collection<UUID> assets)
            throws SQLException {
        var found = new HashSet<UUID>();
        RowsById.select(
                connection,
                JOINED,
                tenantId,
                assets,
                row -> {
                    found.add(row.getObject(1, UUID.class));
                    found.add(row.getObject(2, UUID.class));
                });
        return found;
    }

    /**
     * @param assets host id → its new asset
     */
    void move(Connection connection, int tenantId, Map<UUID, UUID> assets) throws SQLException {
        var hosts = List.copyOf(assets.keySet());
        try (var update = connection.prepareStatement(MOVE)) {
            update.setArray(1, connection.createArrayOf("uuid", hosts.toArray()));
            var targets = hosts.stream().map(assets::get).toArray();
            update.setArray(2, connection.createArrayOf("uuid", targets));
            update.setInt(3, tenantId);
            update.executeUpdate();
        }
    }

    void delete(Connection connection, int tenantId, Collection<UUID> hosts) throws SQLException {
        RowsById.update(connection, DELETE, tenantId, hosts);
    }

    private StoredHost row(ResultSet row) throws SQLException {
        var keys = row.getArray("keys");
        return new StoredHost(
                row.getObject("host_id", UUID.class),
                row.getObject("asset_id", UUID.class),
                new StoredHost.Source(
                        row.getInt("connection_id"),
                        row.getInt("trust"),
                        row.getString("record_key"),
                        row.getBoolean("minimal")),
                new StoredHost.Version(
                        at(row, "changed_at"),
                        at(row, "first_seen"),
                        at(row, "last_seen"),
                        row.getLong("created_run"),
                        row.getLong("changed_run"),
                        row.getInt("map_version")),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                keys == null ? List.of() : List.of((UUID[]) keys.getArray()),
                keys != null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
