package io.penstock.platform.connector;

import io.penstock.source.SourceDescriptor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link Connections}. */
@Component
class ConnectionRows {

    static final String DEFAULT_PROFILE = "Default";

    private static final String COLUMNS =
            """
            select tenant_id, connection_id, connection_uuid, connector_key, name, description,
                   vendor_name, product_name, source_label, created_at
            from connection
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Connection> find(int tenantId, UUID uuid) {
        return jdbc.sql(COLUMNS + "where tenant_id = ? and connection_uuid = ?")
                .params(tenantId, uuid)
                .query(ConnectionRows::connection)
                .optional();
    }

    List<Connection> all(int tenantId) {
        return jdbc.sql(COLUMNS + "where tenant_id = ? order by lower(name), connection_id")
                .params(tenantId)
                .query(ConnectionRows::connection)
                .list();
    }

    List<Profile> profiles(Connection connection) {
        return jdbc.sql(
                        """
                        select tenant_id, profile_id, profile_uuid, connection_id, name,
                               description, map_id, active
                        from profile where tenant_id = ? and connection_id = ?
                        order by profile_id
                        """)
                .params(connection.tenantId(), connection.id())
                .query(ConnectionRows::profile)
                .list();
    }

    Map<String, String> settings(Connection connection) {
        return JsonTexts.read(
                jdbc.sql(
                                """
                                select settings::text from connection
                                where tenant_id = ? and connection_id = ?
                                """)
                        .params(connection.tenantId(), connection.id())
                        .query((row, number) -> row.getString(1))
                        .single());
    }

    byte[] secrets(Connection connection) {
        return jdbc.sql(
                        """
                        select secrets from connection
                        where tenant_id = ? and connection_id = ?
                        """)
                .params(connection.tenantId(), connection.id())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    ConnectionScope scope(Connection connection) {
        return jdbc.sql(
                        """
                        select findings_type, asset_type, direction from connection
                        where tenant_id = ? and connection_id = ?
                        """)
                .params(connection.tenantId(), connection.id())
                .query((row, _) ->
                        ConnectionScope.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    int insert(
            int tenantId,
            UUID uuid,
            SourceDescriptor connector,
            CheckedConnection checked,
            byte[] secrets) {
        return jdbc.sql(
                        """
                        insert into connection (tenant_id, connection_uuid, connector_key, name,
                            description, vendor_name, product_name, source_label, settings,
                            secrets, created_at, findings_type, asset_type, direction)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                        returning connection_id
                        """)
                .params(
                        tenantId,
                        uuid,
                        connector.key(),
                        checked.name(),
                        checked.description(),
                        connector.vendorName(),
                        connector.productName(),
                        connector.sourceLabel(),
                        JsonTexts.write(checked.plain()),
                        secrets,
                        now())
                .params(
                        checked.scope().findings().name(),
                        checked.scope().assets().name(),
                        checked.scope().direction().name())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    void insertProfile(int tenantId, int connectionId, int mapId) {
        jdbc.sql(
                        """
                        insert into profile (tenant_id, profile_uuid, connection_id, name,
                            description, map_id, active, created_at)
                        values (?, ?, ?, ?, '', ?, true, ?)
                        """)
                .params(tenantId, UUID.randomUUID(), connectionId, DEFAULT_PROFILE, mapId, now())
                .update();
    }

    void update(Connection connection, CheckedConnection checked, byte[] secrets) {
        jdbc.sql(
                        """
                        update connection
                        set name = ?, description = ?, settings = ?::jsonb, secrets = ?
                        where tenant_id = ? and connection_id = ?
                        """)
                .params(
                        checked.name(),
                        checked.description(),
                        JsonTexts.write(checked.plain()),
                        secrets,
                        connection.tenantId(),
                        connection.id())
                .update();
    }

    /** So that no run opens and no profile changes until the transaction ends. */
    void lock(Connection connection) {
        jdbc.sql(
                        """
                        select connection_id from connection
                        where tenant_id = ? and connection_id = ? for update
                        """)
                .params(connection.tenantId(), connection.id())
                .query((row, number) -> row.getInt(1))
                .optional();
    }

    /** As {@link #lock}; false when a run is in flight. */
    boolean lockIdle(Connection connection) {
        lock(connection);
        return jdbc.sql(
                        """
                        select not exists (select 1 from run
                            where tenant_id = ? and connection_id = ?
                              and state in ('READING', 'TRANSFORMING'))
                        """)
                .params(connection.tenantId(), connection.id())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Deletes what came through a connection, but for its hosts; people's words move on. */
    void empty(Connection connection) {
        KeptWords.MOVED.forEach(statement -> change(connection, statement));
        ConnectionDeletion.FIRST.forEach(statement -> change(connection, statement));
    }

    void delete(Connection connection) {
        ConnectionDeletion.LAST.forEach(statement -> change(connection, statement));
    }

    private void change(Connection connection, String statement) {
        jdbc.sql(statement)
                .param("tenant", connection.tenantId())
                .param("connection", connection.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getInt("tenant_id"),
                row.getInt("connection_id"),
                row.getObject("connection_uuid", UUID.class),
                row.getString("connector_key"),
                row.getString("name"),
                row.getString("description"),
                row.getString("vendor_name"),
                row.getString("product_name"),
                row.getString("source_label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        return new Profile(
                row.getInt("tenant_id"),
                row.getInt("profile_id"),
                row.getObject("profile_uuid", UUID.class),
                row.getInt("connection_id"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("map_id"),
                row.getBoolean("active"));
    }
}
