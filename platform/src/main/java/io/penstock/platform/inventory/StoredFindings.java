package io.penstock.platform.inventory;

import io.penstock.core.finding.FindingStatus;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Looks up the findings a page speaks of: first only their hashes, because most are unchanged, then
 * the state of those that differ.
 */
@Component
class StoredFindings {

    private static final String HASHES =
            """
            select finding_id, content_hash from finding
            where tenant_id = ? and finding_id = any (?)
            """;

    private static final String STATES =
            """
            select finding_id, content_hash, changed_at, changed_run, status, expired, first_found,
                fixed_at, reopened_at
            from finding where tenant_id = ? and finding_id = any (?)
            """;

    /** Takes one row of a look-up. */
    private interface RowSink {
        void take(UUID id, ResultSet row) throws SQLException;
    }

    Map<UUID, UUID> hashes(Connection connection, LoadContext context, List<MappedFinding> findings)
            throws SQLException {
        var hashes = new HashMap<UUID, UUID>(findings.size() * 2);
        var ids = findings.stream().map(MappedFinding::findingId).toList();
        select(
                connection,
                HASHES,
                context,
                ids,
                (id, row) -> hashes.put(id, row.getObject(2, UUID.class)));
        return hashes;
    }

    Map<UUID, StoredFinding> states(
            Connection connection, LoadContext context, Collection<UUID> ids) throws SQLException {
        var states = new HashMap<UUID, StoredFinding>();
        select(connection, STATES, context, ids, (id, row) -> states.put(id, state(row)));
        return states;
    }

    private static void select(
            Connection connection,
            String sql,
            LoadContext context,
            Collection<UUID> ids,
            RowSink sink)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, context.tenantId());
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.take(rows.getObject(1, UUID.class), rows);
                }
            }
        }
    }

    private static StoredFinding state(ResultSet row) throws SQLException {
        return new StoredFinding(
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant(),
                row.getLong(4),
                FindingStatus.of(row.getInt(5)),
                row.getBoolean(6),
                row.getTimestamp(7).toInstant(),
                instant(row.getTimestamp(8)),
                instant(row.getTimestamp(9)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
