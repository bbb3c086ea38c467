package io.penstock.platform.identity;

import io.penstock.platform.identity.AssetIdentity.Move;
import io.penstock.platform.identity.AssetIdentity.Source;
import io.penstock.platform.inventory.RowsById;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@link AssetIdentities}. */
@Component
class IdentityView {

    private static final String ASSET =
            """
            select asset_id from asset where tenant_id = :tenant and asset_id = :id
            union
            select asset_id from asset_source where tenant_id = :tenant and host_id = :id
            """;

    private static final String NAMES =
            """
            select s.host_id, c.name, c.connection_uuid, c.source_label, c.trust, r.run_uuid
            from asset_source s
            join connection c on c.tenant_id = s.tenant_id and c.connection_id = s.connection_id
            left join run r on r.tenant_id = s.tenant_id and r.run_id = s.changed_run
            where s.tenant_id = ? and s.host_id = any (?)
            """;

    private static final String MOVES =
            """
            select l.host_id, l.happened_at, l.cause, r.run_uuid, l.from_asset, l.to_asset,
                l.sentence, l.log
            from identity_log l
            left join run r on r.tenant_id = l.tenant_id and r.run_id = l.run_id
            where l.tenant_id = ? and l.host_id = any (?)
            order by l.log_id desc
            """;

    private static final TypeReference<Map<String, Object>> LOG = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    IdentityView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record's connection.
     *
     * @param run the run that brought its content; null when it is not known any more
     */
    record Named(Source source, @Nullable UUID run) {}

    /** The asset with this id, or the one that the record with this id belongs to. */
    Optional<UUID> assetOf(int tenantId, UUID id) {
        return jdbc
                .sql(ASSET)
                .param("tenant", tenantId)
                .param("id", id)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .findFirst();
    }

    Map<UUID, Named> names(Connection connection, int tenantId, Collection<UUID> hosts)
            throws SQLException {
        var names = new HashMap<UUID, Named>();
        RowsById.select(
                connection,
                NAMES,
                tenantId,
                hosts,
                row ->
                        names.put(
                                row.getObject(1, UUID.class),
                                new Named(
                                        new Source(
                                                row.getString(2),
                                                row.getObject(3, UUID.class),
                                                row.getString(4),
                                                row.getInt(5)),
                                        row.getObject(6, UUID.class))));
        return names;
    }

    List<Move> moves(Connection connection, int tenantId, Collection<UUID> hosts, int limit)
            throws SQLException {
        var moves = new ArrayList<Move>();
        RowsById.select(
                connection,
                MOVES + " limit " + limit,
                tenantId,
                hosts,
                row -> moves.add(move(row)));
        return moves;
    }

    private Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getObject("host_id", UUID.class),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("cause"),
                row.getObject("run_uuid", UUID.class),
                row.getObject("from_asset", UUID.class),
                row.getObject("to_asset", UUID.class),
                row.getString("sentence"),
                json.readValue(row.getString("log"), LOG));
    }
}
