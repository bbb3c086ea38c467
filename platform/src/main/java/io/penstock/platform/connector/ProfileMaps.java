package io.penstock.platform.connector;

import io.penstock.core.fault.FaultException;
import io.penstock.platform.reading.Readings;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which map version each profile's next run takes: a fixed one, or always the newest. */
@Component
public class ProfileMaps {

    private static final int USES_MAX = 1_000;

    private static final String CHOICE =
            """
            select m.map_uuid, m.name, m.version, p.map_followed
            from profile p join transform_map m on m.tenant_id = p.tenant_id and m.map_id = p.map_id
            where p.tenant_id = ? and p.profile_id = ?
            """;

    private static final String NEWEST =
            """
            update profile p set map_id = n.map_id
            from transform_map m join lateral (
                select map_id from transform_map t where t.tenant_id = m.tenant_id
                    and t.map_uuid = m.map_uuid order by version desc limit 1) n on true
            where p.tenant_id = :tenant and p.map_followed and m.tenant_id = p.tenant_id
              and m.map_id = p.map_id and n.map_id <> p.map_id and m.map_uuid in (%s)
            returning p.profile_id
            """;

    private static final String USES =
            """
            select m.map_uuid, c.connection_uuid, c.name, p.profile_uuid, p.name, m.version,
                p.map_followed
            from transform_map m
            join profile p on p.tenant_id = m.tenant_id and p.map_id = m.map_id
            join connection c on c.tenant_id = p.tenant_id and c.connection_id = p.connection_id
            where m.tenant_id = :tenant and m.map_uuid = any(:maps)
            order by lower(c.name), lower(p.name), p.profile_id limit :limit
            """;

    private final JdbcClient jdbc;
    private final MapChoice maps;
    private final Readings readings;

    ProfileMaps(JdbcClient jdbc, MapChoice maps, Readings readings) {
        this.jdbc = jdbc;
        this.maps = maps;
        this.readings = readings;
    }

    /**
     * @param followed true when a new version is taken as soon as it is saved
     */
    public record Choice(UUID map, String name, int version, boolean followed) {}

    public Choice of(Profile profile) {
        return jdbc.sql(CHOICE)
                .params(profile.tenantId(), profile.id())
                .query((row, _) ->
                        new Choice(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getInt(3),
                                row.getBoolean(4)))
                .single();
    }

    /**
     * Sets the map of a profile's next runs; a run under way keeps its version.
     *
     * @param version null to follow the newest
     * @throws FaultException NOT_FOUND when the connector has no such map or version
     */
    @Transactional
    public Choice choose(
            Connection connection, Profile profile, UUID map, @Nullable Integer version) {
        var found = maps.require(connection.tenantId(), connection.connectorKey(), map, version);
        var before = profile.mapId();
        jdbc.sql(
                        """
                        update profile set map_id = ?, map_followed = ?
                        where tenant_id = ? and profile_id = ?
                        """)
                .params(found, version == null, profile.tenantId(), profile.id())
                .update();
        if (before != found) {
            readings.changed(profile.tenantId(), profile.id());
        }
        return of(profile);
    }

    /** Moves the profiles that follow a map to its newest version. */
    @Transactional
    public void follow(int tenantId, UUID map) {
        moved(tenantId, jdbc.sql(NEWEST.formatted(":map")).param("map", map));
    }

    /** The same for a vendor's own map. */
    void follow(int tenantId, String connector, String name) {
        var maps =
                "select map_uuid from transform_map where tenant_id = :tenant and system"
                        + " and connector_key = :connector and name = :name";
        moved(
                tenantId,
                jdbc.sql(NEWEST.formatted(maps)).param("connector", connector).param("name", name));
    }

    /** A new map changes what records become, so the next run reads all of them. */
    private void moved(int tenantId, JdbcClient.StatementSpec update) {
        List<Integer> profiles =
                update.param("tenant", tenantId).query((row, _) -> row.getInt(1)).list();
        profiles.forEach(profile -> readings.changed(tenantId, profile));
    }

    /**
     * A profile whose next run takes a version of a map.
     *
     * @param followed true when it takes a new version as soon as it is saved
     */
    public record Use(
            UUID map,
            UUID connection,
            String connectionName,
            UUID profile,
            String profileName,
            int version,
            boolean followed) {}

    /**
     * The profiles that use any version of one of the maps, by connection and name; of all maps
     * together at most {@value #USES_MAX}.
     */
    public List<Use> uses(int tenantId, Collection<UUID> maps) {
        return jdbc.sql(USES)
                .param("tenant", tenantId)
                .param("maps", maps.toArray(UUID[]::new))
                .param("limit", USES_MAX)
                .query((row, _) ->
                        new Use(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getInt(6),
                                row.getBoolean(7)))
                .list();
    }

    /** The connections whose profiles use any version of the map. */
    public List<String> users(int tenantId, UUID map) {
        return jdbc.sql(
                        """
                        select distinct c.name from profile p
                        join connection c using (tenant_id, connection_id)
                        join transform_map m on m.tenant_id = p.tenant_id and m.map_id = p.map_id
                        where p.tenant_id = ? and m.map_uuid = ? order by c.name
                        """)
                .params(tenantId, map)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
