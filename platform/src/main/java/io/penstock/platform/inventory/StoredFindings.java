package io.penstock.platform.inventory;

import org.springframework.stereotype.Component;

import java.sql.Connection;
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

    /** By record id; a record that is not stored is not in it. */
    Map<UUID, UUID> hashes(Connection connection, LoadContext context, List<MappedFinding> findings)
            throws SQLException {
        var hashes = new HashMap<UUID, UUID>(findings.size() * 2);
        var ids = findings.stream().map(MappedFinding::findingId).toList();
        RowsById.select(connection, HASHES, context.tenantId(), ids, into(hashes));
        if (hashes.size() < ids.size() && anyShared(connection, context)) {
            var others = new ArrayList<>(ids);
            others.removeIf(hashes::containsKey);
            RowsById.select(connection, SHARED_HASHES, context.tenantId(), others, into(hashes));
        }
        return hashes;
    }

    private static RowsById.Sink into(Map<UUID, UUID> hashes) {
        return row -> hashes.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
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
        var tenantId = context.tenantId();
        var events = words.stored(connection, tenantId, ids);
        var records = new HashMap<UUID, StoredRecord>();
        RowsById.select(connection, ALONE, tenantId, ids, into(records, false, events));
        if (records.size() < ids.size()) {
            var others = new ArrayList<>(ids);
            others.removeIf(records::containsKey);
            RowsById.select(connection, SHARED, tenantId, others, into(records, true, events));
        }
        return records;
    }

    private static RowsById.Sink into(
            Map<UUID, StoredRecord> records,
            boolean shared,
            Map<UUID, List<RecordWords.Stored>> events) {
        return row -> {
            var stored = RecordColumns.read(row);
            var words = events.getOrDefault(stored.id(), List.<RecordWords.Stored>of());
            records.put(stored.id(), new StoredRecord(stored, shared, words));
        };
    }
}
