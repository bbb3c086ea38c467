package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Looks up the records a page speaks of: first only their hashes, because most are unchanged, then
 * those that differ.
 */
@Component
class StoredFindings {

    /** A finding that several speak of has the hash of the record that it is named after. */
    private static final String HASHES =
            """
            select finding_id, content_hash from finding
            where tenant_id = ? and finding_id = any (?)
            """;

    private static final String ANY_SHARED =
            "select exists (select from finding_record where tenant_id = ?)";

    private static final String SHARED_HASHES =
            """
            select record_id, content_hash from finding_record
            where tenant_id = ? and record_id = any (?)
            """;

    private static final String ALONE =
            "select finding_id, "
                    + RecordColumns.SHARED
                    + " from finding where tenant_id = ? and finding_id = any (?) and records = 1";

    private static final String SHARED =
            "select record_id, "
                    + RecordColumns.SHARED
                    + " from finding_record where tenant_id = ? and record_id = any (?)";

    private static final String WINDOW_END =
            "select window_until from run where tenant_id = ? and run_id = ?";

    private final WordRows words;

    StoredFindings(WordRows words) {
        this.words = words;
    }

    /** Takes one row of a look-up. */
    private interface RowSink {
        void take(UUID id, ResultSet row) throws SQLException;
    }

    /** By record id; a record that is not stored is not in it. */
    Map<UUID, UUID> hashes(Connection connection, LoadContext context, List<MappedFinding> findings)
            throws SQLException {
        var hashes = new HashMap<UUID, UUID>(findings.size() * 2);
        var ids = findings.stream().map(MappedFinding::findingId).toList();
        select(connection, HASHES, context, ids, hashes(hashes));
        if (hashes.size() < ids.size() && anyShared(connection, context)) {
            var others = new ArrayList<>(ids);
            others.removeIf(hashes::containsKey);
            select(connection, SHARED_HASHES, context, others, hashes(hashes));
        }
        return hashes;
    }

    private static RowSink hashes(Map<UUID, UUID> hashes) {
        return (id, row) -> hashes.put(id, row.getObject(2, UUID.class));
    }

    private static boolean anyShared(Connection connection, LoadContext context)
            throws SQLException {
        try (var select = connection.prepareStatement(ANY_SHARED)) {
            select.setInt(1, context.tenantId());
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The time of what the run shows that read the page. */
    Instant windowEnd(Connection connection, LoadContext context) throws SQLException {
        try (var select = connection.prepareStatement(WINDOW_END)) {
            select.setInt(1, context.tenantId());
            select.setLong(2, context.evidence());
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no run " + context.evidence());
                }
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    /** The stored records with their words, by id. */
    Map<UUID, StoredRecord> records(
            Connection connection, LoadContext context, Collection<UUID> ids) throws SQLException {
        var events = words.stored(connection, context.tenantId(), ids);
        var records = new HashMap<UUID, StoredRecord>();
        select(connection, ALONE, context, ids, (id, row) -> put(records, false, id, row, events));
        if (records.size() < ids.size()) {
            var others = new ArrayList<>(ids);
            others.removeIf(records::containsKey);
            select(
                    connection,
                    SHARED,
                    context,
                    others,
                    (id, row) -> put(records, true, id, row, events));
        }
        return records;
    }

    private static void put(
            Map<UUID, StoredRecord> records,
            boolean shared,
            UUID id,
            ResultSet row,
            Map<UUID, List<RecordWords.Stored>> events)
            throws SQLException {
        var stored = RecordColumns.read(row);
        records.put(id, new StoredRecord(stored, shared, events.getOrDefault(id, List.of())));
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
}
