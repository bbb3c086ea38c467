package io.penstock.platform.identity;

import org.springframework.stereotype.Component;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The keys that hosts share when they may be one machine: look-ups and writes by set. */
@Component
class HostKeys {

    /** A key that more hosts carry than this counts nothing, and is not followed. */
    static final int HOLDERS_MAX = 200;

    /** As many hosts of a key are looked up: one more than count stands for too many. */
    static final int HOLDERS_ASKED = HOLDERS_MAX + 1;

    /** Keys of every rule. */
    static final int ANY_PLACE = Short.MAX_VALUE;

    private static final String HOLDERS =
            """
            select q.key, h.host_id
            from unnest(?::uuid[]) q (key)
            cross join lateral (
                select k.host_id from host_key k
                where k.tenant_id = ? and k.key = q.key and k.place <= ?
            """
                    + "limit "
                    + HOLDERS_ASKED
                    + ") h";

    private static final String DELETE =
            """
            delete from host_key k using unnest(?::uuid[], ?::uuid[]) q (key, host_id)
            where k.tenant_id = ? and k.key = q.key and k.host_id = q.host_id
            """;

    private static final String INSERT =
            """
            insert into host_key (tenant_id, key, host_id, place)
            select ?, q.key, q.host_id, q.place
            from unnest(?::uuid[], ?::uuid[], ?::smallint[]) q (key, host_id, place)
            on conflict do nothing
            """;

    private static final String REMEMBER =
            """
            update asset_source set keys = ? where tenant_id = ? and host_id = ?
            """;

    /** A key of a host and the place of its rule. */
    record Place(UUID key, UUID host, int place) {}

    /**
     * Who carries the keys, at most {@value #HOLDERS_ASKED} hosts of each: so many stand for too
     * many. Keys of a weaker rule are left out.
     */
    Map<UUID, Set<UUID>> holders(
            Connection connection, int tenantId, Collection<UUID> keys, int placeMax)
            throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try (var select = connection.prepareStatement(HOLDERS)) {
            select.setArray(1, uuids(connection, keys));
            select.setInt(2, tenantId);
            select.setInt(3, placeMax);
            return holders(select);
        }
    }

    /** Key and host of each row. */
    static Map<UUID, Set<UUID>> holders(PreparedStatement select) throws SQLException {
        var holders = new HashMap<UUID, Set<UUID>>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                holders.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new HashSet<>())
                        .add(rows.getObject(2, UUID.class));
            }
        }
        return holders;
    }

    void delete(Connection connection, int tenantId, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, uuids(connection, places.stream().map(Place::key).toList()));
            delete.setArray(2, uuids(connection, places.stream().map(Place::host).toList()));
            delete.setInt(3, tenantId);
            delete.executeUpdate();
        }
    }

    void insert(Connection connection, int tenantId, List<Place> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, tenantId);
            insert.setArray(2, uuids(connection, places.stream().map(Place::key).toList()));
            insert.setArray(3, uuids(connection, places.stream().map(Place::host).toList()));
            var numbers = places.stream().map(place -> (short) place.place()).toArray();
            insert.setArray(4, connection.createArrayOf("smallint", numbers));
            insert.executeUpdate();
        }
    }

    /**
     * @param keys host id → all of its keys
     */
    void remember(Connection connection, int tenantId, Map<UUID, Collection<UUID>> keys)
            throws SQLException {
        try (var update = connection.prepareStatement(REMEMBER)) {
            for (var host : keys.entrySet()) {
                update.setArray(1, uuids(connection, host.getValue()));
                update.setInt(2, tenantId);
                update.setObject(3, host.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
