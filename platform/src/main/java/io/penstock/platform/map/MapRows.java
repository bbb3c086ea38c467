package io.penstock.platform.map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link TransformMaps}. */
@Component
class MapRows {

    private static final String COLUMNS =
            """
            select map_uuid, connector_key, name, version, system, created_by, created_at, note, body
            from transform_map
            """;

    private static final String LIST =
            """
            select map_uuid, connector_key, name, version, system, created_by, created_at, note,
                '' as body
            from (select distinct on (map_uuid) t.*, (not system)::int || lower(name) as place
                  from transform_map t where tenant_id = :tenant and deleted_at is null
                    and (:connector::text is null or connector_key = :connector)
                    and (:system::boolean is null or system = :system)
                    and (:name = '' or position(lower(:name) in lower(name)) > 0)
                  order by map_uuid, version desc) newest
            where (:after = '' or (place, map_uuid::text) > (
                select (not system)::int || lower(name), map_uuid::text from transform_map
                where tenant_id = :tenant and map_uuid::text = :after limit 1))
            order by place, map_uuid::text limit :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    MapRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<MapVersion> newest(int tenantId, MapFilter filter, String after, int limit) {
        return jdbc.sql(LIST)
                .param("tenant", tenantId)
                .param("connector", filter.connector())
                .param("system", filter.system())
                .param("name", filter.name())
                .param("after", after)
                .param("limit", limit)
                .query(MapRows::version)
                .list();
    }

    /** Newest first, without bodies; of a deleted map too, because runs still name it. */
    List<MapVersion> versions(int tenantId, UUID map, int before, int limit) {
        return jdbc.sql(
                        COLUMNS.replace("body\n", "'' as body\n")
                                + """
                                where tenant_id = ? and map_uuid = ? and version < ?
                                order by version desc limit ?
                                """)
                .params(tenantId, map, before, limit)
                .query(MapRows::version)
                .list();
    }

    Optional<MapVersion> find(int tenantId, UUID map, @Nullable Integer version) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where tenant_id = ? and map_uuid = ?
                                  and (?::int is null or version = ?::int)
                                order by version desc limit 1
                                """)
                .params(tenantId, map)
                .param(version)
                .param(version)
                .query(MapRows::version)
                .optional();
    }

    boolean living(int tenantId, UUID map) {
        return jdbc.sql(
                        """
                        select exists(select 1 from transform_map
                            where tenant_id = ? and map_uuid = ? and deleted_at is null)
                        """)
                .params(tenantId, map)
                .query(Boolean.class)
                .single();
    }

    /** Locks the map against other editors; empty when it is gone. */
    Optional<Integer> lockNewest(int tenantId, UUID map) {
        return jdbc
                .sql(
                        """
                        select version from transform_map
                        where tenant_id = ? and map_uuid = ? and deleted_at is null
                        order by version for update
                        """)
                .params(tenantId, map)
                .query((row, _) -> row.getInt(1))
                .list()
                .stream()
                .max(Integer::compare);
    }

    void insert(int tenantId, MapVersion version) {
        jdbc.sql(
                        """
                        insert into transform_map (tenant_id, map_uuid, connector_key, name,
                            version, system, body, created_at, created_by, note)
                        values (?, ?, ?, ?, ?, false, ?, ?, ?, ?)
                        """)
                .params(tenantId, version.map(), version.connector(), version.name())
                .params(version.version(), version.body())
                .params(version.saved().at().atOffset(ZoneOffset.UTC))
                .params(version.saved().by(), version.saved().note())
                .update();
    }

    void delete(int tenantId, UUID map) {
        jdbc.sql("update transform_map set deleted_at = ? where tenant_id = ? and map_uuid = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), tenantId, map)
                .update();
    }

    private static MapVersion version(ResultSet row, int number) throws SQLException {
        return new MapVersion(
                row.getObject("map_uuid", UUID.class),
                row.getString("connector_key"),
                row.getString("name"),
                row.getInt("version"),
                row.getBoolean("system"),
                new MapVersion.Saved(
                        row.getString("created_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("note")),
                row.getString("body"));
    }
}
