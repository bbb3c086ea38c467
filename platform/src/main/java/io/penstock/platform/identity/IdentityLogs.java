package io.penstock.platform.identity;

import io.penstock.core.identity.IdentificationLog;
import io.penstock.platform.inventory.RowsById;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps, per record, the last changes of the asset it belongs to with the rules that were tried.
 * The log of the present state is not kept: it is made again whenever somebody asks.
 */
@Component
class IdentityLogs {

    private static final String INSERT =
            """
            insert into identity_log (tenant_id, host_id, happened_at, cause, run_id, from_asset,
                to_asset, sentence, log)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** A record that goes to and fro must not fill the table. */
    private static final String TRIM =
            """
            delete from identity_log l using (
                select log_id, row_number() over (partition by host_id order by log_id desc) as place
                from identity_log where tenant_id = ? and host_id = any (?)) old
            where l.tenant_id = ? and l.log_id = old.log_id and old.place > 50
            """;

    private static final String FORGET =
            "delete from identity_log where tenant_id = ? and host_id = any (?)";

    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock;

    IdentityLogs(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param moves host → its new asset
     */
    void moved(Connection connection, Occasion occasion, Assignment found, Map<UUID, UUID> moves)
            throws SQLException {
        var logs = found.logs(moves.keySet());
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var move : moves.entrySet()) {
                bind(insert, occasion, found.row(move.getKey()), move.getValue());
                bind(insert, logs.get(move.getKey()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        trim(connection, occasion.tenantId(), moves.keySet());
    }

    private void bind(PreparedStatement insert, Occasion occasion, StoredHost row, UUID to)
            throws SQLException {
        insert.setInt(1, occasion.tenantId());
        insert.setObject(2, row.hostId());
        insert.setTimestamp(3, Timestamp.from(clock.instant()));
        insert.setString(4, occasion.cause().name());
        insert.setObject(5, occasion.runId(), Types.BIGINT);
        insert.setObject(6, row.assetId());
        insert.setObject(7, to);
    }

    private void bind(PreparedStatement insert, @Nullable IdentificationLog log)
            throws SQLException {
        insert.setString(8, log == null ? "It shares nothing with another record." : log.result());
        insert.setString(9, log == null ? "{}" : json.writeValueAsString(log));
    }

    void forget(Connection connection, int tenantId, Collection<UUID> hosts) throws SQLException {
        RowsById.update(connection, FORGET, tenantId, hosts);
    }

    private static void trim(Connection connection, int tenantId, Collection<UUID> hosts)
            throws SQLException {
        try (var trim = connection.prepareStatement(TRIM)) {
            trim.setInt(1, tenantId);
            trim.setArray(2, connection.createArrayOf("uuid", hosts.toArray()));
            trim.setInt(3, tenantId);
            trim.executeUpdate();
        }
    }
}
